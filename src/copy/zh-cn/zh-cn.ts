import type { Copy } from '../copy.js';
import { problemTexts } from '../problem-texts.js';
import { ask, citation, cite } from './asking.js';
import { changes } from './changes.js';
import { findSources } from './find-sources.js';
import { dates, profile, search, sources, timeline } from './finding.js';
import { help } from './help.js';
import { knowledge } from './knowledge.js';
import { names } from './names.js';
import { privacy } from './privacy.js';
import { atLine, problems } from './problems.js';
import { report } from './report.js';

const welcome: Copy['welcome'] = {
  title: '谢谢你们添加我',
  members: `用 /${names.ask} 提问：输入时会出现问题，回答都附有来源。`,
  moderators: `管理员：/${names.knowledge} ${names.add} 可以添加本服务器自己的文档；在设置里可以选择谁能看到回答、报告发到哪里。`,
  help: '我能做什么',
  settings: '管理员设置',
};

const reply: Copy['reply'] = {
  page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
  previous: '上一页',
  next: '下一页',
  formTooLate: '表单打开得太慢，Discord 已不再接受。请再试一次。',
  shortened: '已截短：Discord 的一条消息放不下更多内容。',
  failed: (errorId) => `我这边出了问题。请再试一次；如果再次发生，请告诉托管此机器人的人：错误 ${errorId}。`,
  database: {
    full: (errorId) =>
      `无法保存任何内容：我所运行的机器磁盘已满。请让托管此机器人的人腾出空间；什么都没有改变。错误 ${errorId}。`,
    replaced: (errorId) =>
      `无法保存任何内容：我的数据库文件被删除或替换了。请让托管此机器人的人把它放回原处，或重新启动我。错误 ${errorId}。`,
    damaged: (errorId) => `我的数据库已损坏。请让托管此机器人的人恢复备份。错误 ${errorId}。`,
    away: (errorId) =>
      `我的数据库暂时无法使用。请过几分钟再试；如果仍然如此，请告诉托管此机器人的人：错误 ${errorId}。`,
  },
  unknownCommand: '这个指令已经不存在。请重新加载 Discord（Ctrl+R）查看现有的指令。',
  preparing: '本服务器的文档正在准备中。请稍后再试。',
  busy: '当前提问过多，我来不及回答。请稍后再试。',
  restarting: '我正在重新启动。请稍后再试。',
  staleButton: '这属于我的旧版本。请重新使用指令。',
};

/** 简体中文。 */
export const zhCn: Copy = {
  names,
  ask,
  search,
  timeline,
  profile,
  dates,
  sources,
  findSources,
  help,
  welcome,
  privacy,
  report,
  citation,
  cite,
  reply,
  changes,
  knowledge,
  ...problemTexts(problems, atLine),
};
