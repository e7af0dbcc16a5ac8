/** The stages of a question whose time is worth knowing, in their order. */
export const STAGES = ['read', 'find', 'known', 'rank', 'select', 'weigh'] as const;
export type Stage = (typeof STAGES)[number];

/** Told at the end of each stage; of a question in parts, after each part. Whoever times them has the clock. */
export type EndStage = (stage: Stage) => void;

export const tellNobody: EndStage = () => {};
