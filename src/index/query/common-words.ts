/** Words and phrases of one meaning, and what one of them counts for another. */
export interface WordGroup {
  readonly origin: 'alias' | 'equal' | 'synonym';
  readonly words: readonly string[];
}

/** Initials that English has whatever the subject, with what they stand for. */
const initials = `
  AGI, artificial general intelligence; AI, artificial intelligence; API, application programming interface;
  AR, augmented reality; ASIC, application-specific integrated circuit; ATM, automated teller machine;
  B2B, business to business; BRI, Belt and Road Initiative; CAGR, compound annual growth rate;
  CFO, chief financial officer; COO, chief operating officer; CPI, consumer price index; CPU, central processing unit;
  CTO, chief technology officer; DOJ, Department of Justice; DoD, Department of Defense;
  EU, European Union; EUV, extreme ultraviolet; DUV, deep ultraviolet; EV, electric vehicle; FAQ, frequently asked questions;
  FBI, Federal Bureau of Investigation; FDI, foreign direct investment; FTC, Federal Trade Commission;
  GDP, gross domestic product; GDPR, General Data Protection Regulation; GMV, gross merchandise value;
  GNP, gross national product; GPU, graphics processing unit; HBM, high-bandwidth memory; HR, human resources;
  IAEA, International Atomic Energy Agency; IEA, International Energy Agency; IMF, International Monetary Fund;
  IoT, internet of things; IP, intellectual property; IPO, initial public offering; ISO, International Organization for Standardization;
  ITU, International Telecommunication Union; KPI, key performance indicator; LLM, large language model;
  M&A, mergers and acquisitions; MoU, memorandum of understanding; NATO, North Atlantic Treaty Organization;
  NDA, non-disclosure agreement; NGO, non-governmental organisation; NLP, natural language processing; NPC, National People's Congress;
  NPU, neural processing unit; OECD, Organisation for Economic Co-operation and Development; PBOC, People's Bank of China;
  PhD, doctor of philosophy; PPP, public-private partnership; PRC, People's Republic of China; R&D, research and development;
  ROI, return on investment; SaaS, software as a service; SDK, software development kit; SEC, Securities and Exchange Commission;
  SME, small and medium-sized enterprise, small and medium-sized businesses; SOE, state-owned enterprise;
  TPU, tensor processing unit; UAE, United Arab Emirates; UK, United Kingdom; UN, United Nations;
  US, United States; VAT, value-added tax;
  VC, venture capital; VR, virtual reality; WHO, World Health Organization; WTO, World Trade Organization`;

/** Words for one post or thing, any of which answers for the other. */
const equals = `
  CEO, chief executive, chief executive officer, managing director;
  chairman, chair, chairwoman, chairperson, chair of the board;
  founder, co-founder, founding father;
  price, cost, expensive, priced;
  vice chairman, vice chair, deputy chairman, deputy chair;
  vice president, VP; secretary-general, secretary general;
  spokesman, spokesperson, spokeswoman;
  headquarters, headquartered, head office`;

/** Words that nearly say the same. */
const synonyms = `
  CEO, head, boss, chief, leader, top manager;
  head, lead, run, manage, in charge of, at the helm of;
  found, founder, establish, set up, start up, create, launch, kick off;
  member, membership, belong to, join, part of, participant, take part;
  maker, manufacturer, producer, developer, make, manufacture, produce, develop;
  come out, release, publish, launch, debut, appear;
  take place, held, hold, happen, occur;
  employee, employ, staff, worker, workforce, personnel, payroll;
  buy, purchase, acquire, take over;
  revenue, turnover, sales; profit, earnings;
  headquarters, seat, located, based; fine, penalty;
  quit, leave, resign, step down, drop out; replace, succeed, successor;
  begin, start, kick off; end, finish, expire, run out; stop, halt, cease, suspend;
  fund, finance, bankroll, back; hire, recruit; dismiss, fire, lay off, sack;
  purpose, goal, aim, objective; rule, regulation; forbid, ban, prohibit;
  child, kid; doctor, physician; car, automobile; film, movie; town, city`;

function groups(list: string, origin: WordGroup['origin']): WordGroup[] {
  return list.split(';').map((group) => ({ origin, words: group.split(', ').map((word) => word.trim()) }));
}

/** What belongs to the language rather than to the knowledge of one folder; the stronger first. */
export const commonWords: readonly WordGroup[] = [
  ...groups(initials, 'alias'),
  ...groups(equals, 'equal'),
  ...groups(synonyms, 'synonym'),
];
