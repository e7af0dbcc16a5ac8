/** What must hold of an answer; what is left out may be anything. */
export interface Expected {
  /** The first excerpt of what is shown, whether it is said to answer or to come closest. */
  readonly first?: RegExp;
  /** No answer begins with this. */
  readonly notFirst?: RegExp;
  /** Excerpts have each of these, in any order. */
  readonly all?: readonly RegExp[];
  /** Excerpts at most. */
  readonly most?: number;
  readonly isAnswered?: boolean;
}

const none: Expected = { isAnswered: false };

/** The documents that are asked, by their paths. */
export const documents: Readonly<Record<string, string>> = {
  'heron-2022.md': `---
title: Heron ring, 2022
published: 2022-03-10
---

The Heron ring has 12 member cities. The fee of the Heron ring is 5,000 yuan a month.

The Heron ring opened its office in Dalian on 3 May 2021.`,
  'heron-2025.md': `---
title: Heron ring, 2025
published: 2025-06-02
---

The Heron ring has 31 member cities. The fee of the Heron ring is 7,500 yuan a month.

The Heron ring opened its office in Dalian on 9 May 2021.

The Heron ring employs 64 engineers. The turnover of the Heron ring was 80 million yuan in 2024.`,
  'heron-budget.md': `---
title: Budget of the Heron ring
published: 2025-07-20
---

The budget of the Heron ring is 140 million yuan. The turnover of the Heron ring was 95 million yuan in 2024.`,
  'cranes.md': `# Accelerators of Tidewell

The Tidewell Crane 620B draws 275 watts and has 40 GB of memory.

Tidewell presented the Crane 620B on 14 April 2024 in Xiamen. Its price is 62,000 yuan.

Sun Yifan, the chief engineer of Tidewell, designed the Crane 620B.

Tidewell uses a 12 nm process of a foundry in Wuhu. The software kit Gull 3.2 came out in February 2025.

The M-Plan of Tidewell costs 300 yuan a month.`,
  'stems.md': `# The town of Tangzhou

The university of Tangzhou teaches 9,000 students of engineering.

International firms have built four plants in the harbour of Tangzhou.

The general of the garrison of Tangzhou moved into the old fort in 1911.

The organ of the cathedral of Tangzhou has 3,000 pipes.

The new bridge of Tangzhou was opened by the mayor.`,
  'petrel.md': `# The Petrel pact

The Petrel pact was signed by Qingdao, Yantai and Weihai on 8 August 2024. Rizhao did not sign the Petrel pact, because its port was being rebuilt.

The secretary of the Petrel pact is Hou Min. The pact pays for 26 research groups.

Data of patients may not be shared under the Petrel pact. Weather data is shared under the Petrel pact.

The Petrel pact was never ratified by the province.`,
  'clusters.md': `# Halls of the north

| City | Cards | Price of an hour |
|---|---|---|
| Chifeng | 4,100 | 11 yuan |
| Datong | 2,750 | 9 yuan |
| Ordos | 6,800 | 14 yuan |

The founders of the Osprey forum are:

- Brightwater Chips
- Nanhu Models
- Redleaf Robotics
- Sanyuan Cloud

To apply for a place in the halls a firm has to:

1. register with the bureau in Datong
2. send a plan of its training runs
3. pay a deposit of 2,000 yuan`,
  'initials.md': `# Aid and trade

The International Grain Council lent 40 ships to the port. The port belongs to the Bohai Development Bank.

The Ministry of Fisheries gives nets to villages. Small Coastal Enterprises get loans without interest.

The National Tide Office measures the sea level every ten minutes.`,
  'hailu.md': `# 海鹭联合体

海鹭联合体于2024年9月12日在厦门成立，创始成员共有十七家企业。

海鹭联合体的秘书长是林晓东，办公室设在思明区。

厦门市财政为海鹭联合体拨款八千万元。

雪天停止室外测试。

海鹭联合体的宗旨是推动国产芯片的软件互通。`,
};

/** By the kind of fault, what is asked and what must hold. */
export const cases: Readonly<Record<string, readonly (readonly [question: string, expected: Expected])[]>> = {
  'facts that differ are shown beside each other': [
    ['How many member cities has the Heron ring?', { all: [/31 member/, /12 member/] }],
    ['What is the fee of the Heron ring?', { all: [/7,500/, /5,000/] }],
    ['When did the Heron ring open its office in Dalian?', { all: [/3 May/, /9 May/] }],
    ['What was the turnover of the Heron ring in 2024?', { all: [/80 million/, /95 million/] }],
    ['How much does the Heron ring charge a month?', { all: [/7,500/, /5,000/] }],
  ],
  'of facts that differ the newest comes first': [
    ['What is the current fee of the Heron ring?', { first: /7,500/ }],
    ['How many member cities has the Heron ring now?', { first: /31 member/ }],
    ['How many member cities has the Heron ring?', { first: /31 member/ }],
    ['What is the fee of the Heron ring?', { first: /7,500/ }],
    ['What was the turnover of the Heron ring in 2024?', { first: /95 million/ }],
  ],
  'another number, date or name than asked is no answer': [
    ['How many watts does the Crane 630B draw?', none],
    ['What did Tidewell present on 14 April 2023?', none],
    ['Who is Sun Yilin?', none],
    ['Who uses a 5 nm process?', none],
    ['When did Gull 4.1 come out?', none],
    ['What does the K-Plan of Tidewell cost?', none],
  ],
  'what is not so is no answer to what is': [
    ['Which city did not sign the Petrel pact?', { first: /Rizhao did not/ }],
    ['Which data may not be shared under the Petrel pact?', { notFirst: /^Weather/ }],
    ['Who did not sign the Petrel pact?', { first: /Rizhao/ }],
    [
      'Which cities are not in the Petrel pact?',
      { notFirst: /^The Petrel pact was signed by Qingdao, Yantai and Weihai on 8 August 2024\.$/ },
    ],
    ['Why did Rizhao not sign the Petrel pact?', { first: /port was being rebuilt/ }],
  ],
  'another word with the same stem is another word': [
    ['What does the universe of Tangzhou look like?', none],
    ['Who are the interns of the Tangzhou plant?', none],
    ['Who generates electricity in Tangzhou?', none],
    ['Which universal language is taught in Tangzhou?', none],
    ['What is the news from Tangzhou?', none],
  ],
  'a list is whole, and a row has its header': [
    [
      'Who founded the Osprey forum?',
      { all: [/Brightwater Chips/, /Nanhu Models/, /Redleaf Robotics/, /Sanyuan Cloud/] },
    ],
    ['Which firms are the founders of the Osprey forum?', { all: [/Brightwater Chips/, /Sanyuan Cloud/] }],
    ['How many cards has Ordos?', { first: /Ordos \| 6,800/ }],
    ['What does an hour cost in Datong?', { first: /Datong \| 2,750 \| 9 yuan/ }],
    [
      'How does a firm apply for a place in the halls?',
      { all: [/register with the bureau/, /training runs/, /deposit/] },
    ],
  ],
  'nothing is shown that has nothing of the question': [
    ['What does the M-Plan cost?', { first: /300 yuan/, most: 1 }],
    ['What does the National Tide Office measure?', { first: /sea level/, most: 1 }],
    ['Who gives nets to villages?', { first: /Ministry of Fisheries/, most: 1 }],
    ['How many pipes has the organ of the cathedral?', { first: /3,000 pipes/, most: 1 }],
    ['Who opened the new bridge?', { first: /mayor/, most: 1 }],
  ],
  '"how many" asks for a number of the thing': [
    ['How many engineers does the Heron ring employ?', { first: /64 engineers/ }],
    ['How many research groups does the Petrel pact pay for?', { first: /26 research groups/ }],
    ['How many students does the university of Tangzhou teach?', { first: /9,000 students/ }],
    ['How many plants have firms built in the harbour of Tangzhou?', { first: /four plants/ }],
    ['How many ships did the council lend?', { first: /40 ships/ }],
  ],
  'letters and digits apart or together': [
    ['Who uses a 12nm process?', { first: /12 nm/ }],
    ['When did Gull3.2 come out?', { first: /Gull 3\.2/ }],
    ['How much memory has the Crane620B?', { first: /40 GB/ }],
    ['Who designed the Crane 620 B?', { first: /Sun Yifan/ }],
    ['How many watts does the Crane-620B draw?', { first: /275 watts/ }],
  ],
  'initials are the name in full': [
    ['How many ships did the IGC lend?', { first: /40 ships/ }],
    ['What belongs to the BDB?', { first: /Bohai Development Bank/ }],
    ['What do SCEs get?', { first: /Small Coastal Enterprises/ }],
    ['What does the NTO measure?', { first: /sea level/ }],
    ['Who are the IGC?', { first: /International Grain Council/ }],
  ],
  'Chinese is asked in Chinese': [
    ['雪', { first: /雪天/ }],
    ['海鹭联合体什么时候成立？', { first: /9月12日/ }],
    ['海鹭联合体的秘书长是谁？', { first: /林晓东/ }],
    ['海鹭联合体有多少创始成员？', { first: /十七家/ }],
    ['厦门市财政为海鹭联合体拨款多少？', { first: /八千万元/ }],
    ['海鹭联合体的宗旨是什么？', { first: /软件互通/ }],
  ],
  'each part of a question is answered': [
    [
      'Who is the secretary of the Petrel pact and when was it signed?',
      { all: [/Hou Min/, /8 August 2024/] },
    ],
    ['How many watts does the Crane 620B draw and what is its price?', { all: [/275 watts/, /62,000 yuan/] }],
    ['What is the difference between Ordos and Datong?', { all: [/Ordos/, /Datong/] }],
    ['Who designed the Crane 620B and when was it presented?', { all: [/Sun Yifan/, /14 April 2024/] }],
    [
      'How many engineers has the Heron ring, and what is its budget?',
      { all: [/64 engineers/, /140 million/] },
    ],
  ],
};
