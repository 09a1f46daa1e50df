export const DATE = { type: 'DATE', pattern: 'dd/mm/yyyy' };
export const MONEY = { type: 'CURRENCY', pattern: '[$£]#,##0' };
