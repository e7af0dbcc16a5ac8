import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areInflections } from '../../src/index/text/inflections.js';

const pairs = (list: string) => list.split(',').map((pair) => pair.trim().split(' ') as [string, string]);

describe('areInflections', () => {
  it.each(
    pairs(`chip chips, company companies, alliance Alliances, taxes tax, city cities, process processes,
      join joined, plan planned, plan planning, use used, apply applied, make making, rule ruling,
      sell sold, lead led, woman women, cheap cheaper, analyse analyzed, organisations organization,
      Huawei Huawei’s, members members’, GPU GPUs, café cafe`),
  )('takes %s and %s for forms of one word', (a, b) => {
    expect([areInflections(a, b), areInflections(b, a)]).toEqual([true, true]);
  });

  it.each(
    pairs(`found founder, found founding, founders founded, manufacture manufacturer, manufacturing manufacturers,
      invest investment, invest investor, investors investments, produce production, produces producer,
      regulate regulation, regulator regulations, inform information, announce announcement, develop developer,
      permit permission, expand expansion, decide decision, nation nations, national nation, approve approval,
      member membership, rapid rapidly, apply application, verify verification, independent independence,
      compliance compliant, available availability, plan planner, supply supplier, compete competitor`),
  )('takes %s and %s for one word in another part of speech', (a, b) => {
    expect([areInflections(a, b), areInflections(b, a)]).toEqual([true, true]);
  });

  it.each(
    pairs(`universe university, universal university, interns internal, internal internship, import important, imports importance,
      general generate, generals generates, organ organise, organs organization, new news, arm arms, Arm arms,
      community communist, communities communism, car cared, custom customs, custom customer, part partner,
      process processor, form former, state station, bill billion, number numb, Li Lis, AI AIs’, engine engineer,
      commit commission, sect sector, universities universal, policy police, author authority, good goods`),
  )('keeps %s and %s apart', (a, b) => {
    expect([areInflections(a, b), areInflections(b, a)]).toEqual([false, false]);
  });

  it('compares what is no English word as it stands', () => {
    expect(areInflections('910B', '910b')).toBe(true);
    expect(areInflections('910B', '910C')).toBe(false);
    expect(areInflections('成立', '成立')).toBe(true);
    expect(areInflections('成立', '建立')).toBe(false);
    expect(areInflections('', '')).toBe(false);
  });

  it('answers for any two texts, the same both ways', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(areInflections(a, b)).toBe(areInflections(b, a));
      }),
    );
  });
});
