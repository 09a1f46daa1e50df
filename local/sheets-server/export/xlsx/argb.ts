import type { Json } from '../../json.ts';
import { hexOf } from '../../page/colours.ts';

/** A colour of Google's, from its `...Style` field or the older one, as `AARRGGBB`: Excel wants to see an alpha. */
export function argb(style: Json | undefined, older: Json | undefined): { rgb: string } | undefined {
  const hex = hexOf(style, older);
  return hex === undefined ? undefined : { rgb: `FF${hex.slice(1).toUpperCase()}` };
}
