import { isFormula } from '../../model/cell.ts';
import { isMany } from '../areas.ts';
import { type Call, type FunctionGroup, lifted, whole } from '../call.ts';
import { isError, isRange, type Scalar, sound } from '../scalar.ts';

const ERRORS = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A'];

/** What a value is. Errors are looked at, not thrown on. */
export const information: FunctionGroup = {
  ISBLANK: about((value) => value === undefined),
  ISNUMBER: about((value) => typeof value === 'number'),
  ISTEXT: about((value) => typeof value === 'string'),
  ISNONTEXT: about((value) => typeof value !== 'string'),
  ISLOGICAL: about((value) => typeof value === 'boolean'),
  ISERROR: about(isError),
  ISERR: about((value) => isError(value) && value.error !== '#N/A'),
  ISNA: about((value) => isError(value) && value.error === '#N/A'),
  ISREF: whole(1, 1, (call) => isRange(call.operand(0))),
  ISEVEN: lifted(1, 1, (call) => call.integer(0) % 2 === 0),
  ISODD: lifted(1, 1, (call) => call.integer(0) % 2 !== 0),
  ISFORMULA: whole(1, 1, (call) => isFormula(enteredOf(call))),
  FORMULATEXT: whole(1, 1, (call) => {
    const entered = enteredOf(call);
    return isFormula(entered) ? entered.formula : call.fail('#N/A', 'Cell does not contain a formula.');
  }),
  NA: whole(0, 0, (call) => call.fail('#N/A', 'Error value is not available.')),
  'ERROR.TYPE': lifted(1, 1, (call) => {
    const value = call.attempt(0);
    if (!isError(value)) return call.fail('#N/A', 'Function ERROR.TYPE parameter 1 is not an error.');
    return ERRORS.includes(value.error) ? ERRORS.indexOf(value.error) + 1 : 8;
  }),
  N: lifted(1, 1, (call) => {
    const value = call.scalar(0);
    return typeof value === 'number' || typeof value === 'boolean' ? Number(value) : 0;
  }),
  T: lifted(1, 1, (call) => {
    const value = call.scalar(0);
    return typeof value === 'string' ? value : '';
  }),
  TYPE: whole(1, 1, (call) => {
    const operand = call.operand(0);
    if (isMany(operand)) return 64;
    const value = call.attempt(0);
    if (isError(value)) return 16;
    return typeof value === 'string' ? 2 : typeof value === 'boolean' ? 4 : 1;
  }),
};

function about(test: (value: Scalar) => boolean) {
  return lifted(1, 1, (call) => test(call.attempt(0)));
}

function enteredOf(call: Call) {
  const { sheet, startRow, startColumn } = call.range(0);
  const entered = sheet.cells.value(startRow, startColumn);
  return isFormula(entered) ? entered : sound(entered);
}
