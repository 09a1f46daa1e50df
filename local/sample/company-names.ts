import type { Random } from './random.ts';

// Chosen to sound like companies while nobody could take them for one.
const BEGINNINGS =
  'Bumble Wobble Fizzle Quibble Dapple Snorkel Tumble Pebble Whistle Custard Marzi Noodle Pumpernickel Giggle Thimble Drizzle Muddle Twinkle Grumble Waffle Zigzag Biscuit Flummox Humdinger Kerfuffle Lollop Nettle Oddle Pickle Razzle Scribble Trundle Umber Velvet Wimble Yonder'.split(
    ' ',
  );
const PLACES = 'wick ford mere combe thorpe ham bury dale stone field worth bridge'.split(' ');
const TRADES =
  'Teapots,Umbrellas,Lanterns,Kites,Buttons,Ladders,Barometers,Puddings,Clocks,Hammocks,Kettles,Marbles,Pianos,Canoes,Carpets,Bicycles,Bakeries,Greenhouses,Trampolines,Weathervanes,Wheelbarrows,Spectacles,Balloons,Accordions'.split(
    ',',
  );
const FORMS = ['Ltd', 'Ltd', 'Ltd', '& Co', 'Group', 'Partners', ''];

/** Invented company names such as `Fizzlewick Teapots Ltd`, none twice, not even but for its legal form. */
export function companyNames(random: Random): () => string {
  const used = new Set<string>();
  return () => {
    for (;;) {
      const name = `${random.pick(BEGINNINGS)}${random.pick(PLACES)} ${random.pick(TRADES)}`;
      if (used.has(name)) continue;
      used.add(name);
      return `${name} ${random.pick(FORMS)}`.trim();
    }
  };
}
