/** A page to read and to open, and what is quoted of it. */
export interface LinkedPage {
  readonly path: string;
  readonly html: string;
  readonly quotes: readonly Quote[];
}

export interface Quote {
  /** As it stands in the canonical text, with line breaks and all. */
  readonly text: string;
  /** The first and the last words of it as they stand on the page, where these are other than the quoted ones. */
  readonly first?: string;
  readonly last?: string;
  /** Which one it is where the same words stand there several times, from 0; also of the first words on the page. */
  readonly nth?: number;
  readonly nthOnPage?: number;
  /** Has it no link of its own, as nothing tells it from others? */
  readonly isPlain?: boolean;
}

const q = (text: string, more: Omit<Quote, 'text'> = {}): Quote => ({ text, ...more });

function page(lang: string, title: string, body: string, around = ''): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title><style>
body { margin: 20px 40px; width: 620px; font: 16px/1.6 sans-serif }
p, li, td, dd { margin-bottom: 420px }
td, th { padding: 4px 12px; height: 220px; vertical-align: top }
::target-text { background: #f0f; color: #f0f }
</style></head><body><nav><a href="#a">${title}</a> <a href="#b">Archive</a></nav>${around}
<article><h1>${title}</h1>
${body}
</article><footer><p>Printed on recycled paper.</p></footer></body></html>`;
}

const ENGLISH = page(
  'en',
  'Harbour Compute Pact grows again',
  `<p>The Harbour Compute Pact, a loose club of chip designers, cloud operators and model builders, said on Tuesday that it had grown to 42&nbsp;members. “We share drivers &mdash; not secrets,” its chair told a hall in Port&nbsp;Elm, and the hall laughed.</p>
<p>Members pay 2.5% of what they earn from joint products, or 100% of the cost of a test bench, whichever is less. Fees &amp; fines are published; nobody has paid a fine so far.</p>
<p>The pact's third work-stream, “open kernels”, has a budget of $4.2&nbsp;million (up 30%), says the <a href="/report">annual report</a>. It is led by <em>Silver</em>Fern, a <strong>foundry</strong>-neutral <a href="/lab">design lab</a> in the north-east.</p>
<p>It shares drivers. It shares test benches. It shares drivers with schools, too. It shares drivers, test benches, and a canteen with the university next door, which pays half of the rent.</p>
<p>Inter&shy;oper&shy;a&shy;bil&shy;i&shy;ty was the hard&shy;est part: every ven&shy;dor brought a com&shy;piler of its own.</p>
<p>The rules were first adopted in spring.<sup><a href="#n1">[1]</a></sup> They were changed twice since<sup><a href="#n2">[2]</a></sup> and will be changed again when the tenth foundry joins the pact.</p>
<p>A café in the entrance serves the naïve and the jaded alike — it’s ‘open till late’, says the sign; the sign lies.</p>
<p>Capacity rose from 1,200 to 3,900 accelerators/month; the goal (set in 2024) is 10,000, i.e. more than any single member could buy - or host - alone, whatever its budget, its friends in the ministry, or the patience of its shareholders, who have asked twice in public when the money will come back.</p>
<p>Is the pact a cartel? No: anyone may join, anyone may leave; and prices are not discussed, by rule&nbsp;7 of the statutes.</p>
<p>C++ and Rust are used side by side, #pragma and all; the repository has 1,048,576 lines @ last count, 50% of them tests.</p>`,
);

const TABLES = page(
  'en',
  'Who is in the Orchard Alliance',
  `<p>The Orchard Alliance lists its members once a year. This list was made in the autumn and is complete as far as the secretariat knows; corrections are welcome at the address below.</p>
<ul><li>Plumstone Systems makes inference cards, and sells them by the rack.</li><li>Quince &amp; Sons rents clusters: 300 nodes, 99.9% up.</li><li>Medlar AI trains models for hospitals.
<ul><li>Its first model reads X-rays.</li><li>Its second model writes letters – “short ones”.</li></ul></li></ul>
<p>How a company joins is laid down in three steps, which have not changed since the beginning of the alliance:</p>
<ol><li>The company writes a letter to the secretariat.</li><li>Two members vouch for it in writing.</li><li>The assembly votes; two thirds (67%) are enough.</li></ol>
<table><thead><tr><th>Company</th><th>Product</th><th>Since</th></tr></thead><tbody>
<tr><td>Plumstone Systems</td><td>Cards for inference, air-cooled</td><td>2021</td></tr>
<tr><td>Quince &amp; Sons</td><td>Clusters by the hour</td><td>2022</td></tr>
<tr><td rowspan="2">Medlar AI</td><td>X-ray reader “Lumen”</td><td>2023</td></tr>
<tr><td>Letter writer “Quill”</td><td>2024</td></tr></tbody></table>
<p>Some terms are used in the statutes of the alliance in a sense that is narrower than the usual one, so here they are:</p>
<dl><dt>Member</dt><dd>A company that has paid its fee for the running year.</dd><dt>Guest</dt><dd>A company that has been invited, and has not paid.</dd></dl>
<blockquote><p>“Nobody leaves an orchard hungry,” the founder liked to say.</p></blockquote>
<p>First line of the address,<br>second line of the address,<br>third line of the address.</p>
<p>Members meet in May. The meeting is open to the press.</p>
<p>Guests meet in June. The meeting is open to the press.</p>
<p>Boards of 10<sup>3</sup> accelerators are common among members; one of 10<sup>5</sup> accelerators is planned for the valley.</p>`,
  '<div class="teaser">The alliance has a new logo.</div>',
);

const CHINESE = page(
  'zh-CN',
  '港湾算力联盟再添新成员',
  `<p>港湾算力联盟周二宣布，成员已增至42家，其中包括芯片设计公司、云服务商和大模型企业。“我们共享的是驱动，不是秘密。”联盟主席在榆港的会场上说。</p>
<p>成员须缴纳联合产品收入的2.5%，或承担一座测试台100%的费用，以较低者为准；会费与罚款均予公布——至今无人被罚。</p>
<p>联盟的第三工作组《开放内核》预算为420万元（增长30%），由<strong>银蕨</strong>设计<a href="/lab">实验室</a>牵头，<em>该实验室</em>位于东北部。</p>
<p>联盟共享驱动。联盟共享测试台。联盟也向学校共享驱动。联盟与隔壁大学共享驱动、测试台和食堂，大学承担一半租金。</p>
<p>章程于春季首次通过。<sup><a href="#n1">[1]</a></sup>此后又修订了两次<sup><a href="#n2">[2]</a></sup>，第十家晶圆厂加入时还将再次修订。</p>
<p>月产能由1,200张加速卡提高到3,900张，目标（2024年设定）是一万张，也就是说，超过任何一家成员单独所能采购或托管的数量，不论其预算多少、在主管部门有多少朋友，也不论股东的耐心还剩多少；股东已经两次公开询问何时能收回投资。</p>
<p>联盟是卡特尔吗？不是：任何企业都可以加入，也都可以退出；按照章程第七条，会上不讨论价格。</p>
<p>代码库中C++与Rust并用，共有1,048,576行，其中50%是测试；“开放”并不等于“免费”。</p>
<p>会议每年五月举行，
地点由秘书处
决定。</p>`,
);

const CHINESE_TABLES = page(
  'zh-TW',
  '果園聯盟成員名單',
  `<p>果園聯盟每年公布一次成員名單。本名單於秋季編製，就秘書處所知是完整的；如有更正，請寄至文末所列地址，秘書處將於次月回覆。</p>
<ul><li>李石系統公司製造推論加速卡，按機櫃銷售。</li><li>榲桲父子公司出租叢集：300個節點，可用率99.9%。</li><li>山楂智慧公司為醫院訓練模型，包括「讀片」與「書信」兩種。</li></ul>
<p>企業加入聯盟須經過三個步驟，自聯盟成立以來從未改變，詳細規定見章程第三章：</p>
<ol><li>企業致函秘書處提出申請。</li><li>兩家成員以書面擔保。</li><li>大會表決，三分之二（67%）同意即可。</li></ol>
<table><thead><tr><th>公司</th><th>產品</th><th>加入年份</th></tr></thead><tbody>
<tr><td>李石系統公司</td><td>氣冷推論加速卡</td><td>2021</td></tr>
<tr><td rowspan="2">山楂智慧公司</td><td>讀片模型「流明」</td><td>2023</td></tr>
<tr><td>書信模型「羽筆」</td><td>2024</td></tr></tbody></table>
<p>成員於五月開會。會議對媒體開放。</p>
<p>來賓於六月開會。會議對媒體開放。</p>
<p>地址第一行，<br>地址第二行，<br>地址第三行。</p>
<p>「沒有人會餓著肚子離開果園。」創辦人常這麼說——而且說到做到。</p>`,
);

const ODD = page(
  'en',
  'Notes on the Lantern Group',
  `<p>The group was founded <del>in a garage</del><ins>in a kitchen</ins> by three engineers who had met at a conference on compilers the year before.</p>
<p>Its charter is short.<span style="display:none"> Draft 7.</span> It has four articles<span hidden> and a preamble</span>, and a seal that nobody has seen.</p>
<p>Its motto is <q>light first</q>, its mascot a lamp.</p>
<p>The name super<wbr>cali<wbr>kernel was a joke; <span style="text-transform:uppercase">the joke stayed</span>.</p>
<p>A photo <img alt="of the staff" src="data:,"> of the staff hangs in the hall, next to the plan of the <code>l2_cache()</code>.</p>
<p>Costs fell by <b>7</b><i>%</i>, to €9,<small>50</small> per hour 🎉 – the lowest on record (since 2019).</p>
<p>The tea-room opens at noon. Tea is free. Coffee is not.</p>
<p>The tea-room opens at noon. Tea is free. Cake is not.</p>
<p>THE GROUP PUBLISHES ITS CODE. The group publishes its code under two licences; the second one is for schools.</p>
<p>See also: https://example.org/a-b_c?d=e&amp;f=g#h, which is the archive of the group's minutes since the beginning.</p>
<table><tr><td>1</td><td>2</td><td>3</td></tr><tr><td>1</td><td>2</td><td>4</td></tr></table>
<pre>A poem in the hall says:
  light the lamp, and leave it lit,
  somebody will read by it.</pre>
<p>Résumés go to the résumé desk; resumes of meetings go to the archive.</p>`,
  '<aside>The group publishes its minutes.</aside>',
);

const LONG_ADDRESS = `/long/${'very-'.repeat(95)}long.html`;

const LONG_PATH = 'news/2025/07/28/technology-and-industry/harbour-compute-pact-grows-again-with-42-members';

export const PAGES: readonly LinkedPage[] = [
  {
    path: `/${LONG_PATH}.html`,
    html: ENGLISH,
    quotes: [
      q('“We share drivers — not secrets,” its chair told a hall in Port Elm, and the hall laughed.'),
      q(
        'The Harbour Compute Pact, a loose club of chip designers, cloud operators and model builders, said on Tuesday that it had grown to 42 members.',
      ),
      q(
        'Members pay 2.5% of what they earn from joint products, or 100% of the cost of a test bench, whichever is less.',
      ),
      q('Fees & fines are published; nobody has paid a fine so far.'),
      q(
        "The pact's third work-stream, “open kernels”, has a budget of $4.2 million (up 30%), says the annual report.",
      ),
      q('It is led by SilverFern, a foundry-neutral design lab in the north-east.'),
      q('It shares drivers.'),
      q('It shares test benches.'),
      q('It shares drivers with schools, too.'),
      q(
        'It shares drivers, test benches, and a canteen with the university next door, which pays half of the rent.',
      ),
      q('Interoperability was the hardest part: every vendor brought a compiler of its own.'),
      q('The rules were first adopted in spring.'),
      q('They were changed twice since and will be changed again when the tenth foundry joins the pact.', {
        first: 'They were changed twice',
        last: 'when the tenth foundry joins the pact.',
      }),
      q(
        'A café in the entrance serves the naïve and the jaded alike — it’s ‘open till late’, says the sign; the sign lies.',
      ),
      q(
        'Capacity rose from 1,200 to 3,900 accelerators/month; the goal (set in 2024) is 10,000, i.e. more than any single member could buy - or host - alone, whatever its budget, its friends in the ministry, or the patience of its shareholders, who have asked twice in public when the money will come back.',
      ),
      q('Is the pact a cartel?'),
      q('No: anyone may join, anyone may leave; and prices are not discussed, by rule 7 of the statutes.'),
      q(
        'C++ and Rust are used side by side, #pragma and all; the repository has 1,048,576 lines @ last count, 50% of them tests.',
      ),
    ],
  },
  {
    path: '/orchard/members.html?year=2025&list=full#members',
    html: TABLES,
    quotes: [
      q('Plumstone Systems makes inference cards, and sells them by the rack.'),
      q('Quince & Sons rents clusters: 300 nodes, 99.9% up.'),
      q('Its first model reads X-rays.\nIts second model writes letters – “short ones”.', {
        first: 'Its first model',
        last: '“short ones”.',
      }),
      q('1. The company writes a letter to the secretariat.', {
        first: 'The company writes',
        last: 'to the secretariat.',
      }),
      q('2. Two members vouch for it in writing.\n3. The assembly votes; two thirds (67%) are enough.', {
        first: 'Two members vouch',
        last: 'two thirds (67%) are enough.',
      }),
      q('Plumstone Systems | Cards for inference, air-cooled | 2021', {
        first: 'Plumstone Systems',
        nthOnPage: 1,
        last: '2021',
      }),
      q('Quince & Sons | Clusters by the hour | 2022', {
        first: 'Quince & Sons',
        nthOnPage: 1,
        last: '2022',
      }),
      q('Medlar AI | X-ray reader “Lumen” | 2023', { first: 'Medlar AI', nthOnPage: 1, last: '2023' }),
      q('Medlar AI | Letter writer “Quill” | 2024', { first: 'Letter writer', last: '2024' }),
      q('Member: A company that has paid its fee for the running year.', {
        first: 'Member',
        last: 'the running year.',
      }),
      q('“Nobody leaves an orchard hungry,” the founder liked to say.'),
      q('First line of the address,\nsecond line of the address,\nthird line of the address.', {
        first: 'First line',
        last: 'third line of the address.',
      }),
      q('The meeting is open to the press.'),
      q('The meeting is open to the press.', { nth: 1, nthOnPage: 1 }),
      q(
        'Boards of 10³ accelerators are common among members; one of 10⁵ accelerators is planned for the valley.',
        {
          first: 'Boards of',
          last: 'accelerators is planned for the valley.',
        },
      ),
    ],
  },
  {
    path: '/odd.html',
    html: ODD,
    quotes: [
      q(
        'The group was founded in a kitchen by three engineers who had met at a conference on compilers the year before.',
        {
          first: 'The group was founded',
          last: 'the year before.',
        },
      ),
      q('It has four articles, and a seal that nobody has seen.', {
        first: 'It has four articles',
        last: ', and a seal that nobody has seen.',
      }),
      q('Its motto is light first, its mascot a lamp.'),
      q('The name supercalikernel was a joke; the joke stayed.'),
      q('A photo of the staff hangs in the hall, next to the plan of the l2_cache().'),
      q('Costs fell by 7%, to €9,50 per hour 🎉 – the lowest on record (since 2019).'),
      q('Tea is free.'),
      q('Tea is free.', { nth: 1, isPlain: true }),
      q('Cake is not.'),
      q('The group publishes its code under two licences; the second one is for schools.'),
      q(
        "See also: https://example.org/a-b_c?d=e&f=g#h, which is the archive of the group's minutes since the beginning.",
      ),
      q('Résumés go to the résumé desk; resumes of meetings go to the archive.'),
    ],
  },
  {
    path: LONG_ADDRESS,
    html: ODD,
    quotes: [q('Cake is not.', { isPlain: true })],
  },
  {
    path: '/xinwen/港湾算力联盟.html',
    html: CHINESE,
    quotes: [
      q('港湾算力联盟周二宣布，成员已增至42家，其中包括芯片设计公司、云服务商和大模型企业。'),
      q('“我们共享的是驱动，不是秘密。”联盟主席在榆港的会场上说。'),
      q(
        '成员须缴纳联合产品收入的2.5%，或承担一座测试台100%的费用，以较低者为准；会费与罚款均予公布——至今无人被罚。',
      ),
      q('联盟的第三工作组《开放内核》预算为420万元（增长30%），由银蕨设计实验室牵头，该实验室位于东北部。'),
      q('联盟共享驱动。'),
      q('联盟共享测试台。'),
      q('联盟也向学校共享驱动。'),
      q('联盟与隔壁大学共享驱动、测试台和食堂，大学承担一半租金。'),
      q('章程于春季首次通过。'),
      q('此后又修订了两次，第十家晶圆厂加入时还将再次修订。', {
        first: '此后又修订',
        last: '还将再次修订。',
      }),
      q(
        '月产能由1,200张加速卡提高到3,900张，目标（2024年设定）是一万张，也就是说，超过任何一家成员单独所能采购或托管的数量，不论其预算多少、在主管部门有多少朋友，也不论股东的耐心还剩多少；股东已经两次公开询问何时能收回投资。',
      ),
      q('联盟是卡特尔吗？'),
      q('代码库中C++与Rust并用，共有1,048,576行，其中50%是测试；“开放”并不等于“免费”。'),
      q('会议每年五月举行，地点由秘书处决定。'),
    ],
  },
  {
    path: '/orchard/zh-tw.html',
    html: CHINESE_TABLES,
    quotes: [
      q('榲桲父子公司出租叢集：300個節點，可用率99.9%。'),
      q('山楂智慧公司為醫院訓練模型，包括「讀片」與「書信」兩種。'),
      q('2. 兩家成員以書面擔保。\n3. 大會表決，三分之二（67%）同意即可。', {
        first: '兩家成員',
        last: '同意即可。',
      }),
      q('李石系統公司 | 氣冷推論加速卡 | 2021', { first: '李石系統公司', nthOnPage: 1, last: '2021' }),
      q('山楂智慧公司 | 書信模型「羽筆」 | 2024', { first: '書信模型', last: '2024' }),
      q('會議對媒體開放。', { nth: 1, nthOnPage: 1 }),
      q('地址第一行，\n地址第二行，\n地址第三行。', { first: '地址第一行', last: '地址第三行。' }),
      q('「沒有人會餓著肚子離開果園。」創辦人常這麼說——而且說到做到。'),
    ],
  },
];
