import { phrase } from '../../../lambdas/domain/cells/phrase.ts';
import { readSettings, SETTINGS, SETTINGS_COLUMNS, type Settings } from '../../../lambdas/domain/inputs/settings.ts';
import { settingText } from '../../../lambdas/tabs/health/settings-block.ts';
import { and, isFilled, isNamed, not } from '../formulas.ts';
import { twice } from '../marks.ts';
import {
  type ColumnSpec,
  columnSpecs,
  type Mark,
  type RowSpec,
  type Surroundings,
  type TabSpec,
  type Takes,
} from '../tab-spec.ts';

const KEYS = Object.keys(SETTINGS) as (keyof Settings)[]; // Object.keys forgets the keys
const NAMES = KEYS.map((key) => SETTINGS[key].name);

const UNKNOWN: Mark = {
  look: 'bad',
  when: (at) => and(isFilled(at('setting')), not(isNamed(at('setting'), NAMES.map(phrase)))),
};

/** Nobody reads them: they tell people what a blank value means. */
const TOLD: readonly ColumnSpec[] = [
  { field: 'default', name: 'Default', width: 150, note: 'In force while Value is blank.' },
  { field: 'about', name: 'What it does', width: 680, note: 'For people; Leadsheet does not read it.' },
];

const rowOf = (key: keyof Settings, { timeZone }: Surroundings): RowSpec => ({
  setting: SETTINGS[key].name,
  default: settingText(key, { settings: readSettings(undefined).settings, timeZone }) || '–',
  about: SETTINGS[key].about,
});

export const SETTINGS_TAB: TabSpec = {
  name: 'Settings',
  about: 'How things are counted. Every setting has a default: fill in Value only where you want another.',
  columns: [
    ...columnSpecs(SETTINGS_COLUMNS, {
      setting: {
        width: 230,
        note: 'The names that Leadsheet knows.',
        takes: { kind: 'list', choices: NAMES },
        marks: [UNKNOWN, twice('setting')],
      },
      value: { width: 170, note: 'Blank = the default.' },
    }),
    ...TOLD,
  ],
  rows: {
    missing: { field: 'setting' },
    make: (surroundings) => KEYS.map((key) => rowOf(key, surroundings)),
    takes({ setting }) {
      const known = Object.values(SETTINGS).find(({ name }) => name === setting);
      const takes: Takes | undefined =
        known && 'choices' in known
          ? { kind: 'list', choices: known.choices }
          : known && 'limits' in known
            ? { kind: 'number', limits: known.limits }
            : undefined;
      return takes && { field: 'value', takes };
    },
  },
};
