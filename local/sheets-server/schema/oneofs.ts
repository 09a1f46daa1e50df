/** Fields of which a message may hold one alone: `message: group field field ...`. */
const TABLE: Readonly<Record<string, string>> = {
  AutoFillRequest: 'area range sourceAndDestination',
  AutoResizeDimensionsRequest: 'fields dimensions dataSourceSheetDimensions',
  ChartData: 'type sourceRange columnReference',
  ChartSpec:
    'chart basicChart pieChart bubbleChart candlestickChart orgChart histogramChart waterfallChart treemapChart scorecardChart',
  ColorStyle: 'kind rgbColor themeColor',
  ConditionalFormatRule: 'rule booleanRule gradientRule',
  ConditionValue: 'value relativeDate userEnteredValue',
  DataFilter: 'filter developerMetadataLookup a1Range gridRange',
  EmbeddedObjectPosition: 'location sheetId overlayPosition newSheet',
  ExtendedValue: 'value numberValue stringValue boolValue formulaValue errorValue',
  FindReplaceRequest: 'scope range sheetId allSheets',
  PasteDataRequest: 'kind delimiter html',
  UpdateCellsRequest: 'area start range',
  UpdateConditionalFormatRuleRequest: 'instruction rule newIndex',
};

export interface Oneof {
  readonly group: string;
  readonly fields: ReadonlySet<string>;
}

const ONEOFS: ReadonlyMap<string, Oneof> = new Map(
  Object.entries(TABLE).map(([message, text]) => {
    const [group = '', ...fields] = text.split(' ');
    return [message, { group, fields: new Set(fields) }];
  }),
);

/** Of a message; a `Request` is one kind of request, whichever. */
export const oneofOf = (message: string): Oneof | undefined => ONEOFS.get(message);
