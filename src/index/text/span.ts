import type { Span } from '../../documents/document.js';

export function overlapsAny(span: Span, others: readonly Span[]): boolean {
  return others.some((other) => span.start < other.end && other.start < span.end);
}

/** For sorting: which of two spans begins first. */
export function inOrder(a: Span, b: Span): number {
  return a.start - b.start;
}
