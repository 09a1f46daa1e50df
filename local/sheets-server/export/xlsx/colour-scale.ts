import type { ConditionalRule } from 'hucre';
import { type Json, type JsonObject, objectOf, stringOf } from '../../json.ts';
import { parseUserEntered } from '../../parse-user-entered.ts';
import { argb } from './argb.ts';

type ColourScale = NonNullable<ConditionalRule['colorScale']>;

const KINDS = { MIN: 'min', MAX: 'max', NUMBER: 'num', PERCENT: 'percent', PERCENTILE: 'percentile' } as const;

/** Google's gradient as a scale of two or three colours; undefined when a point of it is not known. */
export function colourScale(gradient: JsonObject, locale: string): ColourScale | undefined {
  const points = [gradient.minpoint, gradient.midpoint, gradient.maxpoint].filter((point) => point !== undefined);
  const cfvo = points.flatMap((point) => thresholdOf(point, locale) ?? []);
  if (points.length < 2 || cfvo.length !== points.length) return undefined;
  const colors = points.map((point) => argb(objectOf(point).colorStyle, objectOf(point).color)?.rgb ?? 'FFFFFFFF');
  return { cfvo, colors };
}

function thresholdOf(point: Json, locale: string): ColourScale['cfvo'][number] | undefined {
  const { type, value } = objectOf(point);
  const kind = Object.entries(KINDS).find(([word]) => word === type)?.[1];
  if (kind === undefined || kind === 'min' || kind === 'max') return kind && { type: kind };
  const number = parseUserEntered(stringOf(value) ?? '', locale).value;
  return typeof number === 'number' ? { type: kind, value: String(number) } : undefined;
}
