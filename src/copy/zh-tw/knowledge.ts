import type { Thumbs } from '../../library/library.js';
import type { Copy } from '../copy.js';
import { known, position, teach } from './known-questions.js';
import { names } from './names.js';
import { documents, moment, of, passages, questions } from './phrases.js';
import { collection, correction, preview, proposal, published } from './preview.js';
import { settings } from './settings.js';

const ROOT = `/${names.knowledge}`;

export const knowledge: Copy['knowledge'] = {
  description: '供管理員使用：管理回答所依據的文件，以及成員問了卻沒有得到回答的問題',
  collection,

  refusal: {
    'direct-message': '這只能由管理員在伺服器裡使用，不能在私人訊息中使用。',
    'not-added':
      '這只能在新增了我的伺服器裡使用。可以管理本伺服器的人能在我的個人檔案裡新增：「新增應用程式」。',
    moderators: (role) =>
      role === undefined
        ? ['只有可以管理本伺服器的成員（「管理伺服器」權限）才能這樣做。']
        : ['只有可以管理本伺服器的成員（「管理伺服器」權限）或擁有身分組 ', role, ' 的成員才能這樣做。'],
    'other-server': '這屬於另一個伺服器：只有那裡的管理員才能操作，而且只能在那裡操作。',
    'home-moderators': `共用文件由機器人主伺服器的管理員管理；在這裡，你可以用「${names.collection}」選項管理本伺服器自己的文件。`,
    owners:
      '只有此機器人的所有者才能更改共用文件；架設者可以把 HOME_GUILD_ID 設為某個伺服器的 ID，由那個伺服器的管理員來管理。',
  },

  step: (step) => {
    switch (step.kind) {
      case 'reading':
        return '正在讀取文件……';
      case 'comparing':
        return '正在與現在生效的內容比較……';
      case 'building':
        return `正在為 ${passages(step.passages)}建立索引……`;
      case 'asking':
        return `正在用 ${questions(step.questions)}比較新舊回答……`;
    }
  },

  refresh: {
    description: '重新讀取文件的來源，看看會有什麼變化',
    nothingChanged: '沒有任何變化。',
    folder: {
      missing: '沒有文件資料夾。架設此機器人的人：請建立它，或在 KNOWLEDGE_DIR 中指定另一個。',
      'not-a-folder': '文件資料夾的位置上是一個檔案。架設此機器人的人：請在 KNOWLEDGE_DIR 中指定資料夾。',
      changed: '讀取文件資料夾時有檔案被更改。請等沒有人寫入時再試。',
      unreadable: '文件資料夾無法讀取。架設此機器人的人：請允許機器人讀取，或在 KNOWLEDGE_DIR 中指定另一個。',
    },
  },
  add: {
    description: '從檔案或網頁為本伺服器新增一份文件',
    file: 'Markdown、純文字、郵件或字幕，最大 2 MB；HTML、PDF 或 Word（.docx），最大 8 MB',
    url: '網頁的網址，以 https:// 或 http:// 開頭',
    oneOfTwo: `請給出檔案（${names.file}）或網頁的網址（${names.url}），只能二選一。`,
    unread: '沒有新增：',
  },
  remove: {
    description: '移除本伺服器自己的一份文件',
    document: '本伺服器的一份文件',
  },
  rollback: {
    description: '恢復較早版本的文件',
    revision: `版本編號，見 ${ROOT} ${names.history}`,
    beforeFirst: '0 · 第一個版本之前：沒有本伺服器自己的內容',
    choice: (revision, at, zone, what) => `${revision} · ${moment(at, zone)} · ${what}`,
  },

  preview,
  proposal,
  published,
  correction,

  list: {
    description: '列出文件集中的文件',
    none: (isShared) =>
      isShared
        ? '還沒有共用文件。架設此機器人的人可以在知識資料夾裡新增。'
        : `本伺服器還沒有自己的文件。${ROOT} ${names.add} 可以新增檔案或網頁。`,
    count: documents,
    moreRemarks: (count) => `另有 ${of(count, '條關於讀取的備註')}`,
    origin: {
      folder: '知識資料夾',
      file: (name) => `檔案 ${name}`,
      url: '網頁',
      note: '便條，作者：',
    },
  },

  status: {
    description: '現在生效的是什麼、從何時起，以及是否有待更新的內容',
    live: (revision, who, when) => [`版本 ${revision} 已生效，發布者：`, who, '，', when],
    nothing: '還沒有發布過任何內容。',
    size: (all, some) => `${documents(all)}，${passages(some)}`,
    folder: {
      same: '知識資料夾的內容相同：沒有待更新的內容。',
      differs: `知識資料夾有了變化：有待更新的內容。請用 ${ROOT} ${names.refresh} 查看。`,
      unreadable: '知識資料夾無法讀取。請告訴架設此機器人的人。',
    },
    underWay: (who, since) => [who, ' 從 ', since, ' 起正在準備更改。'],
    schedule: (next) => ['下一次定時更新是 ', next, '。'],
    noSchedule: `沒有定時更新。請用 ${ROOT} ${names.settings} 設定。`,
  },

  history: {
    description: '各個版本，以及管理員做過什麼',
    title: (isShared) => `${collection.text(isShared)}的歷史`,
    none: '還沒有任何記錄。',
    actions: {
      publish: (revision, what) => `發布了版本 ${revision}${what && `：${what}`}`,
      takedown: (document, why) => `撤回了《${document}》：${why}`,
      discard: '放棄了一份預覽',
      settings: '更改了設定',
      dismiss: '略過了一個成員的問題',
      'dismiss-report': '略過了一個成員的檢舉',
      first: '首次讀取了知識資料夾',
      refresh: '預覽了更新',
      add: '預覽了新增文件',
      remove: '預覽了移除文件',
      rollback: '預覽了還原',
      teach: '預覽了已知問題的更改',
    },
    older: '更早',
    newest: '最新',
    end: '更早沒有記錄。',
  },

  questions: {
    description: '成員問了卻沒有得到回答的問題、成員的檢舉，以及已與段落關聯的問題',
    view: '看哪些；預設是沒有得到回答的問題',
    views: {
      asked: '已提問，沒有確定的回答',
      reports: '檢舉：成員認為不對的地方',
      known: '已知：已與回答的段落關聯',
    },
    title: (count) => `${questions(count)}沒有確定的回答`,
    none: '沒有待處理的問題：成員目前提出的問題都有確定的回答。沒有確定回答的問題會在這裡保留 90 天。',
    off: `本伺服器不保留問題。${ROOT} ${names.settings}（${names.page}：回答）可以開啟。`,
    counts: ({ unanswered, unsure, thumbs }) =>
      [
        ...(unanswered > 0 ? [`沒有回答 ${of(unanswered, '次')}`] : []),
        ...(unsure > 0 ? [`沒有確定的回答 ${of(unsure, '次')}`] : []),
        ...rated('回答', thumbs.answered),
        ...rated('不確定的回答', thumbs.unsure),
      ].join(' · '),
    last: ' · 最近一次 ',
    alike: (texts) => `也有人這樣問：${texts.map((text) => `「${text}」`).join('、')}`,
    closest: '最接近：',
    answered: '文件現在能回答：',
    marked: (members) => `${of(members, '位成員')}認為這是答案：`,
    teach: teach.button,
    nothingNear: '文件裡沒有接近的內容。',
    note: '用便條回答',
    dismiss: '略過',
    download: '下載 CSV',
    downloaded: (count) => `${questions(count)}，問得最多的在前。`,
    position,
    fileName: '問題.csv',
    columns: [
      '問題',
      '沒有回答',
      '沒有確定的回答',
      '讚',
      '倒讚',
      '不確定時的讚',
      '不確定時的倒讚',
      '最近提問',
      '最接近的文件',
      '最接近的段落',
    ],
    gone: `這個問題已不在清單裡：它被略過、已成為已知問題，或超過了 90 天。請用 ${ROOT} ${names.questions} 查看現有的問題。`,
  },

  teach,
  known,

  note: {
    formTitle: '用便條回答',
    fields: {
      text: '回答，用你自己的話',
      title: '標題',
      publisher: '誰這樣說（來源的發布者）',
      url: '來源的網址',
      published: '何時發布',
    },
    title: (title) => `本伺服器管理員的便條：${title}`,
    author: '本伺服器的管理員',
  },

  settings,

  report: {
    waiting: '定時更新發現了變化。管理員可以發布：',
    failed: (detail) => `定時更新失敗了。${detail}下次會再試；恢復之前，只通知這一次。`,
    tooLong: '用時太久，已停止。',
    unknown: '架設此機器人的人可以在日誌中找到原因。',
  },

  who: { host: '架設此機器人的人', schedule: '更新排程' },
};

function rated(what: string, { up, down }: Thumbs): string[] {
  return up + down > 0 ? [`${what} 👍 ${up} 👎 ${down}`] : [];
}
