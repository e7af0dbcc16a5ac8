import { readFileSync } from 'node:fs';
import { parser } from '@prometheus-io/lezer-promql';
import type { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { OUTCOMES } from '../../src/discord/observer.js';
import { STAGES } from '../../src/index/stages.js';
import { createMetrics } from '../../src/operations/metrics.js';

// The alerts and the dashboard ask Prometheus for figures that the bot really has, in its language: read with its own
// grammar.

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string };
}

interface Panel {
  readonly title: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets: readonly { readonly expr: string; readonly legendFormat: string }[];
}

const alerts: { groups: { rules: Rule[] }[] } = parse(readFileSync('ops/alerts.yaml', 'utf8'));
const rules = alerts.groups.flatMap((group) => group.rules);
const { panels }: { panels: Panel[] } = JSON.parse(readFileSync('ops/grafana-dashboard.json', 'utf8'));
const guide = readFileSync('docs/operating.md', 'utf8');

const asked = [
  ...rules.map(({ alert, expr }) => [alert, expr] as const),
  ...panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const)),
];

/** The labels of every figure, by the names that Prometheus keeps them under; `le` is of each histogram. */
async function labelsOf(registry: Registry): Promise<ReadonlyMap<string, readonly string[]>> {
  const labels = new Map<string, readonly string[]>([['up', []]]);
  for (const metric of registry.getMetricsAsArray()) {
    const { name, labelNames = [] } = metric as typeof metric & { labelNames?: readonly string[] };
    labels.set(name, labelNames);
    for (const part of ['bucket', 'sum', 'count']) labels.set(`${name}_${part}`, [...labelNames, 'le']);
  }
  return labels;
}

/** What Prometheus adds by itself. */
const TARGET = ['instance', 'job'];

/** What a label may be, where there are few. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  verdict: ['answered', 'unsure', 'none'],
  outcome: OUTCOMES,
  stage: STAGES,
  part: ['gateway', 'database', 'snapshot'],
  operation: ['liveRevision'],
  command: ['ask'],
};

/** Grafana puts its variables in before it asks. */
function withoutVariables(expr: string): string {
  return expr.replaceAll('$__rate_interval', '5m').replaceAll('$instance', '.*');
}

/** Each figure that is asked for, with the labels that it is chosen by. */
function selectorsIn(expr: string): { name: string; matchers: { label: string; value: string }[] }[] {
  const found: ReturnType<typeof selectorsIn> = [];
  parser.parse(expr).iterate({
    enter: ({ name, from, to, type, node }) => {
      if (type.isError) expect.fail(`what is at ${from} of: ${expr}`);
      const text = expr.slice(from, to);
      if (name === 'Identifier') found.push({ name: text, matchers: [] });
      if (name !== 'UnquotedLabelMatcher') return;
      const [label, value] = [node.getChild('LabelName'), node.getChild('StringLiteral')].map((part) =>
        expr.slice(part?.from, part?.to),
      );
      found.at(-1)?.matchers.push({ label: label ?? '', value: JSON.parse(value ?? '""') });
    },
  });
  return found;
}

/** The labels that sums are made by. */
function groupings(expr: string): string[] {
  const found: string[] = [];
  parser.parse(expr).iterate({
    enter: ({ name, from, to, node }) => {
      if (name === 'LabelName' && node.parent?.name === 'GroupingLabels') found.push(expr.slice(from, to));
    },
  });
  return found;
}

test.each(asked)('“%s” asks for what there is', async (_, written) => {
  const expr = withoutVariables(written);
  const labels = await labelsOf(createMetrics().registry);
  const selectors = selectorsIn(expr);
  expect(selectors.length).toBeGreaterThan(0);
  for (const { name, matchers } of selectors) {
    expect([...labels.keys()]).toContain(name);
    const known = [...(labels.get(name) ?? []), ...TARGET];
    for (const { label, value } of matchers) {
      expect(known).toContain(label);
      for (const one of VALUES[label] ? value.split('|') : []) expect(VALUES[label]).toContain(one);
    }
  }
  const all = new Set([...selectors.flatMap(({ name }) => labels.get(name) ?? []), ...TARGET]);
  for (const label of groupings(expr)) expect([...all]).toContain(label);
});

test('what is no PromQL, and what the bot does not count, would be seen', () => {
  expect(() => selectorsIn('sum(rate(bot_x[5m])')).toThrow();
  expect(selectorsIn('sum by (a) (rate(bot_x{b=~"c|d"}[5m])) > 2')).toEqual([
    { name: 'bot_x', matchers: [{ label: 'b', value: 'c|d' }] },
  ]);
  expect(groupings('sum by (a, le) (bot_x)')).toEqual(['a', 'le']);
});

test('each alert says how bad it is, what happened, and has its place in the guide', () => {
  for (const { alert, labels, annotations } of rules) {
    expect(labels.severity).toMatch(/^(critical|warning)$/);
    expect(annotations.summary).not.toBe('');
    expect(guide).toContain(`| \`${alert}\` |`);
  }
  const told = [...guide.matchAll(/^\| `([A-Z]\w+)` \|/gm)].map(([, name]) => name);
  expect(told).toEqual(rules.map(({ alert }) => alert));
});

test('every figure of the bot’s own is on the dashboard', async () => {
  const own = createMetrics().registry.getMetricsAsArray();
  const shown = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)).join('\n');
  const names = own.map(({ name }) => name).filter((name) => name.startsWith('bot_'));
  expect(names.filter((name) => !shown.includes(name))).toEqual([]);
});

test('no panel lies on another', () => {
  const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, i) => `${x + (i % w)},${y + Math.floor(i / w)}`),
  );
  expect(new Set(cells).size).toBe(cells.length);
  expect(Math.max(...panels.map(({ gridPos: { x, w } }) => x + w))).toBeLessThanOrEqual(24);
});
