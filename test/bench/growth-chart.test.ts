import { expect, it } from 'vitest';
import { growthChart } from '../../bench/growth-chart.js';

const series = (name: string, isOwn: boolean, ...milliseconds: number[]) => ({
  name,
  isOwn,
  points: milliseconds.map((each, i) => ({ passages: 1_000 * 10 ** i, milliseconds: each })),
});

it('draws a line for each engine, higher where a question takes longer, with a name beside it', () => {
  const svg = growthChart([series('slow', false, 10, 100), series('ours', true, 1, 2)]);
  const lines = [...svg.matchAll(/<path d="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)" fill="none"/g)];
  expect(lines).toHaveLength(2);
  const [slow, ours] = lines.map((line) => ({ from: Number(line[2]), to: Number(line[4]) }));
  expect(slow?.to).toBeLessThan(slow?.from ?? 0);
  expect(ours?.to).toBeGreaterThan(slow?.to ?? 0);
  expect(svg).toMatch(/>slow<.*\n[\s\S]*>ours</);
});

it('keeps names apart that would stand in one place', () => {
  const svg = growthChart([series('one', false, 5, 5), series('two', false, 5, 5)]);
  const [one, two] = ['one', 'two'].map((name) =>
    Number(new RegExp(`y="([\\d.]+)"[^>]*>${name}<`).exec(svg)?.[1]),
  );
  expect(Math.abs((one ?? 0) - (two ?? 0))).toBeGreaterThan(10);
});
