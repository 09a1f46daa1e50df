import { type Day, dayOf, dayOfWeek } from '../../lambdas/domain/days/day.ts';

const MONDAY = 1;

/** The bank holidays of England of a year, substitute days included. */
export function bankHolidays(year: number): { day: Day; name: string }[] {
  const day = (month: number, date: number): Day => {
    const found = dayOf(year, month, date);
    if (found === undefined) throw new RangeError(`no such date: ${year}-${month}-${date}`);
    return found;
  };
  const mondayFrom = (from: Day): Day => from + ((MONDAY - dayOfWeek(from) + 7) % 7);
  const easter = easterSunday(year, day);
  const christmas = day(12, 25);
  const weekday = dayOfWeek(christmas);
  return [
    { day: onWorkingDay(day(1, 1)), name: "New Year's Day" },
    { day: easter - 2, name: 'Good Friday' },
    { day: easter + 1, name: 'Easter Monday' },
    { day: mondayFrom(day(5, 1)), name: 'Early May' },
    { day: mondayFrom(day(5, 25)), name: 'Spring' },
    { day: mondayFrom(day(8, 25)), name: 'Summer' },
    // Saturday: Monday and Tuesday instead; Sunday: the substitute comes after Boxing Day.
    { day: weekday === 6 || weekday === 0 ? christmas + 2 : christmas, name: 'Christmas' },
    { day: weekday === 5 || weekday === 6 ? christmas + 3 : christmas + 1, name: 'Boxing Day' },
  ];
}

const onWorkingDay = (day: Day): Day => day + ({ 6: 2, 0: 1 }[dayOfWeek(day)] ?? 0);

/** https://en.wikipedia.org/wiki/Date_of_Easter#Anonymous_Gregorian_algorithm */
function easterSunday(year: number, day: (month: number, date: number) => Day): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return day(Math.floor(sum / 31), (sum % 31) + 1);
}
