const FIRST = 'Ada Ben Cleo Dan Eva Finn Gia Hugo Ivy Jon Kim Leo Mia Ned Ola Pia Quin Ros Sam Tia'.split(' ');
const LAST = 'Ashdown Birch Carrow Dell Ember Fenwick Grove'.split(' ');
const BEGINNINGS = 'Bumble Wobble Fizzle Quibble Dapple Tumble Pebble Whistle Noodle Thimble Drizzle Muddle'.split(' ');
const ENDINGS = 'wick ford mere combe thorpe ham dale stone field worth bridge'.split(' ');
const TRADES =
  'Teapots Lanterns Kites Buttons Ladders Puddings Clocks Kettles Pianos Canoes Carpets Balloons Marbles'.split(' ');
const FORMS = ['Ltd', '& Co', 'Group', 'Partners', ''];
const TOWNS = 'Alder Bracken Cedar Dogwood Elm Fern Gorse Heather Iris Juniper Larch Maple Nettle Oak Pine'.split(' ');

/** The name of rep `index`, none of the first 3,700 twice: above 140 they have a middle initial. */
export function repName(index: number): string {
  const round = Math.floor(index / (FIRST.length * LAST.length));
  const initial = round === 0 ? '' : ` ${String.fromCharCode(64 + round)}`;
  return `${at(FIRST, index)}${initial} ${at(LAST, Math.floor(index / FIRST.length) + (index % FIRST.length))}`;
}

/** The name of prospect `index`, none of the first 129,000 twice; about 25 characters, as companies have. */
export function prospectName(index: number): string {
  let rest = index;
  const next = (list: readonly string[]): string => {
    const word = at(list, rest);
    rest = Math.floor(rest / list.length);
    return word;
  };
  const name = `${next(BEGINNINGS)}${next(ENDINGS)} ${next(TRADES)} ${next(FORMS)}`.trim();
  return rest === 0 ? name : `${name} (${next(TOWNS)}${rest === 0 ? '' : ` ${rest}`})`;
}

const at = (list: readonly string[], index: number): string => list[index % list.length] ?? '';
