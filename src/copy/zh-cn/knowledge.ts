import type { Thumbs } from '../../library/library.js';
import type { Copy } from '../copy.js';
import { known, position, teach } from './known-questions.js';
import { names } from './names.js';
import { documents, moment, of, passages, questions } from './phrases.js';
import { collection, correction, preview, proposal, published } from './preview.js';
import { settings } from './settings.js';

const ROOT = `/${names.knowledge}`;

export const knowledge: Copy['knowledge'] = {
  description: '供管理员使用：管理回答所依据的文档，以及成员问了却没有得到回答的问题',
  collection,

  refusal: {
    'direct-message': '这只能由管理员在服务器里使用，不能在私信中使用。',
    'not-added': '这只能在添加了我的服务器里使用。可以管理本服务器的人能在我的个人资料里添加：“添加 APP”。',
    moderators: (role) =>
      role === undefined
        ? ['只有可以管理本服务器的成员（“管理服务器”权限）才能这样做。']
        : ['只有可以管理本服务器的成员（“管理服务器”权限）或拥有身份组 ', role, ' 的成员才能这样做。'],
    'other-server': '这属于另一个服务器：只有那里的管理员才能操作，而且只能在那里操作。',
    'home-moderators': `共享文档由机器人主服务器的管理员管理；在这里，你可以用“${names.collection}”选项管理本服务器自己的文档。`,
    owners:
      '只有此机器人的所有者才能更改共享文档；托管者可以把 HOME_GUILD_ID 设为某个服务器的 ID，由那个服务器的管理员来管理。',
  },

  step: (step) => {
    switch (step.kind) {
      case 'reading':
        return '正在读取文档……';
      case 'comparing':
        return '正在与现在生效的内容比较……';
      case 'building':
        return `正在为 ${passages(step.passages)}建立索引……`;
      case 'asking':
        return `正在用 ${questions(step.questions)}比较新旧回答……`;
    }
  },

  refresh: {
    description: '重新读取文档的来源，看看会有什么变化',
    nothingChanged: '没有任何变化。',
    folder: {
      missing: '没有文档文件夹。托管此机器人的人：请创建它，或在 KNOWLEDGE_DIR 中指定另一个。',
      'not-a-folder': '文档文件夹的位置上是一个文件。托管此机器人的人：请在 KNOWLEDGE_DIR 中指定文件夹。',
      changed: '读取文档文件夹时有文件被更改。请等没有人写入时再试。',
      unreadable: '文档文件夹无法读取。托管此机器人的人：请允许机器人读取，或在 KNOWLEDGE_DIR 中指定另一个。',
    },
  },
  add: {
    description: '从文件或网页为本服务器添加一份文档',
    file: 'Markdown、纯文本、邮件或字幕，最大 2 MB；HTML、PDF 或 Word（.docx），最大 8 MB',
    url: '网页的网址，以 https:// 或 http:// 开头',
    oneOfTwo: `请给出文件（${names.file}）或网页的网址（${names.url}），只能二选一。`,
    unread: '没有添加：',
  },
  remove: {
    description: '移除本服务器自己的一份文档',
    document: '本服务器的一份文档',
  },
  rollback: {
    description: '恢复较早版本的文档',
    revision: `版本号，见 ${ROOT} ${names.history}`,
    beforeFirst: '0 · 第一个版本之前：没有本服务器自己的内容',
    choice: (revision, at, zone, what) => `${revision} · ${moment(at, zone)} · ${what}`,
  },

  preview,
  proposal,
  published,
  correction,

  list: {
    description: '列出文档集中的文档',
    none: (isShared) =>
      isShared
        ? '还没有共享文档。托管此机器人的人可以在知识文件夹里添加。'
        : `本服务器还没有自己的文档。${ROOT} ${names.add} 可以添加文件或网页。`,
    count: documents,
    moreRemarks: (count) => `另有 ${of(count, '条关于读取的备注')}`,
    origin: {
      folder: '知识文件夹',
      file: (name) => `文件 ${name}`,
      url: '网页',
      note: '便签，作者：',
    },
  },

  status: {
    description: '现在生效的是什么、从何时起，以及是否有待刷新的内容',
    live: (revision, who, when) => [`版本 ${revision} 已生效，发布者：`, who, '，', when],
    nothing: '还没有发布过任何内容。',
    size: (all, some) => `${documents(all)}，${passages(some)}`,
    folder: {
      same: '知识文件夹的内容相同：没有待刷新的内容。',
      differs: `知识文件夹有了变化：有待刷新的内容。请用 ${ROOT} ${names.refresh} 查看。`,
      unreadable: '知识文件夹无法读取。请告诉托管此机器人的人。',
    },
    underWay: (who, since) => [who, ' 从 ', since, ' 起正在准备更改。'],
    schedule: (next) => ['下一次定时刷新是 ', next, '。'],
    noSchedule: `没有定时刷新。请用 ${ROOT} ${names.settings} 设置。`,
  },

  history: {
    description: '各个版本，以及管理员做过什么',
    title: (isShared) => `${collection.text(isShared)}的历史`,
    none: '还没有任何记录。',
    actions: {
      publish: (revision, what) => `发布了版本 ${revision}${what && `：${what}`}`,
      takedown: (document, why) => `撤回了《${document}》：${why}`,
      discard: '放弃了一份预览',
      settings: '更改了设置',
      dismiss: '略过了一个成员的问题',
      'dismiss-report': '略过了一个成员的举报',
      first: '首次读取了知识文件夹',
      refresh: '预览了刷新',
      add: '预览了添加文档',
      remove: '预览了移除文档',
      rollback: '预览了回退',
      teach: '预览了已知问题的更改',
    },
    older: '更早',
    newest: '最新',
    end: '更早没有记录。',
  },

  questions: {
    description: '成员问了却没有得到回答的问题、成员的举报，以及已与段落关联的问题',
    view: '看哪些；默认是没有得到回答的问题',
    views: {
      asked: '已提问，没有确定的回答',
      reports: '举报：成员认为不对的地方',
      known: '已知：已与回答的段落关联',
    },
    title: (count) => `${questions(count)}没有确定的回答`,
    none: '没有待处理的问题：成员目前提出的问题都有确定的回答。没有确定回答的问题会在这里保留 90 天。',
    off: `本服务器不保留问题。${ROOT} ${names.settings}（${names.page}：回答）可以开启。`,
    counts: ({ unanswered, unsure, thumbs }) =>
      [
        ...(unanswered > 0 ? [`没有回答 ${of(unanswered, '次')}`] : []),
        ...(unsure > 0 ? [`没有确定的回答 ${of(unsure, '次')}`] : []),
        ...rated('回答', thumbs.answered),
        ...rated('不确定的回答', thumbs.unsure),
      ].join(' · '),
    last: ' · 最近一次 ',
    alike: (texts) => `也有人这样问：${texts.map((text) => `“${text}”`).join('、')}`,
    closest: '最接近：',
    answered: '文档现在能回答：',
    marked: (members) => `${of(members, '位成员')}认为这是答案：`,
    teach: teach.button,
    nothingNear: '文档里没有接近的内容。',
    note: '用便签回答',
    dismiss: '略过',
    download: '下载 CSV',
    downloaded: (count) => `${questions(count)}，问得最多的在前。`,
    position,
    fileName: '问题.csv',
    columns: [
      '问题',
      '没有回答',
      '没有确定的回答',
      '赞',
      '踩',
      '不确定时的赞',
      '不确定时的踩',
      '最近提问',
      '最接近的文档',
      '最接近的段落',
    ],
    gone: `这个问题已不在列表里：它被略过、已成为已知问题，或超过了 90 天。请用 ${ROOT} ${names.questions} 查看现有的问题。`,
  },

  teach,
  known,

  note: {
    formTitle: '用便签回答',
    fields: {
      text: '回答，用你自己的话',
      title: '标题',
      publisher: '谁这样说（来源的发布者）',
      url: '来源的网址',
      published: '何时发布',
    },
    title: (title) => `本服务器管理员的便签：${title}`,
    author: '本服务器的管理员',
  },

  settings,

  report: {
    waiting: '定时刷新发现了变化。管理员可以发布：',
    failed: (detail) => `定时刷新失败了。${detail}下次会再试；恢复之前，只通知这一次。`,
    tooLong: '用时太久，已停止。',
    unknown: '托管此机器人的人可以在日志中找到原因。',
  },

  who: { host: '托管此机器人的人', schedule: '刷新计划' },
};

function rated(what: string, { up, down }: Thumbs): string[] {
  return up + down > 0 ? [`${what} 👍 ${up} 👎 ${down}`] : [];
}
