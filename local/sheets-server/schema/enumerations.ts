/** An enumeration of the Sheets API: its name among Google's types, the fields that hold it, and its values. */
export interface Enumeration {
  readonly name: string;
  readonly values: ReadonlySet<string>;
}

const words = (text: string) => text.trim().split(/\s+/);

const TABLE: readonly (readonly [name: string, fields: string, values: string])[] = [
  ['AppendValuesRequest.InsertDataOption', 'AppendValuesRequest.insertDataOption', 'OVERWRITE INSERT_ROWS'],
  [
    'Dimension',
    `
    AppendDimensionRequest.dimension BatchGetValuesByDataFilterRequest.majorDimension
    DataFilterValueRange.majorDimension DeleteRangeRequest.shiftDimension DimensionRange.dimension
    InsertRangeRequest.shiftDimension SourceAndDestination.dimension ValueRange.majorDimension
  `,
    'DIMENSION_UNSPECIFIED ROWS COLUMNS',
  ],
  [
    'BaselineValueFormat.ComparisonType',
    'BaselineValueFormat.comparisonType',
    'COMPARISON_TYPE_UNDEFINED ABSOLUTE_DIFFERENCE PERCENTAGE_DIFFERENCE',
  ],
  [
    'BasicChartAxisPosition',
    'BasicChartAxis.position BasicChartSeries.targetAxis',
    'BASIC_CHART_AXIS_POSITION_UNSPECIFIED BOTTOM_AXIS LEFT_AXIS RIGHT_AXIS',
  ],
  [
    'BasicChartType',
    'BasicChartSeries.type BasicChartSpec.chartType',
    'BASIC_CHART_TYPE_UNSPECIFIED BAR LINE AREA COLUMN SCATTER COMBO STEPPED_AREA',
  ],
  [
    'BasicChartSpec.BasicChartCompareMode',
    'BasicChartSpec.compareMode',
    'BASIC_CHART_COMPARE_MODE_UNSPECIFIED DATUM CATEGORY',
  ],
  [
    'BasicChartSpec.BasicChartLegendPosition',
    'BasicChartSpec.legendPosition',
    'BASIC_CHART_LEGEND_POSITION_UNSPECIFIED BOTTOM_LEGEND LEFT_LEGEND RIGHT_LEGEND TOP_LEGEND NO_LEGEND',
  ],
  [
    'BasicChartSpec.BasicChartStackedType',
    'BasicChartSpec.stackedType',
    'BASIC_CHART_STACKED_TYPE_UNSPECIFIED NOT_STACKED STACKED PERCENT_STACKED',
  ],
  [
    'DateTimeRenderOption',
    `
    BatchGetValuesByDataFilterRequest.dateTimeRenderOption
    BatchUpdateValuesByDataFilterRequest.responseDateTimeRenderOption
    BatchUpdateValuesRequest.responseDateTimeRenderOption
  `,
    'SERIAL_NUMBER FORMATTED_STRING',
  ],
  [
    'ValueRenderOption',
    `
    BatchGetValuesByDataFilterRequest.valueRenderOption
    BatchUpdateValuesByDataFilterRequest.responseValueRenderOption
    BatchUpdateValuesRequest.responseValueRenderOption
  `,
    'FORMATTED_VALUE UNFORMATTED_VALUE FORMULA',
  ],
  [
    'ValueInputOption',
    'BatchUpdateValuesByDataFilterRequest.valueInputOption BatchUpdateValuesRequest.valueInputOption',
    'INPUT_VALUE_OPTION_UNSPECIFIED RAW USER_ENTERED',
  ],
  [
    'BooleanCondition.ConditionType',
    'BooleanCondition.type',
    `
    CONDITION_TYPE_UNSPECIFIED NUMBER_GREATER NUMBER_GREATER_THAN_EQ NUMBER_LESS NUMBER_LESS_THAN_EQ NUMBER_EQ
    NUMBER_NOT_EQ NUMBER_BETWEEN NUMBER_NOT_BETWEEN TEXT_CONTAINS TEXT_NOT_CONTAINS TEXT_STARTS_WITH
    TEXT_ENDS_WITH TEXT_EQ TEXT_IS_EMAIL TEXT_IS_URL DATE_EQ DATE_BEFORE DATE_AFTER DATE_ON_OR_BEFORE
    DATE_ON_OR_AFTER DATE_BETWEEN DATE_NOT_BETWEEN DATE_IS_VALID ONE_OF_RANGE ONE_OF_LIST BLANK NOT_BLANK
    CUSTOM_FORMULA BOOLEAN TEXT_NOT_EQ DATE_NOT_EQ FILTER_EXPRESSION
  `,
  ],
  ['Border.Style', 'Border.style', 'STYLE_UNSPECIFIED DOTTED DASHED SOLID SOLID_MEDIUM SOLID_THICK NONE DOUBLE'],
  [
    'BubbleChartSpec.BubbleChartLegendPosition',
    'BubbleChartSpec.legendPosition',
    `
    BUBBLE_CHART_LEGEND_POSITION_UNSPECIFIED BOTTOM_LEGEND LEFT_LEGEND RIGHT_LEGEND TOP_LEGEND NO_LEGEND
    INSIDE_LEGEND
  `,
  ],
  [
    'HorizontalAlign',
    'CellFormat.horizontalAlignment SlicerSpec.horizontalAlignment TextPosition.horizontalAlignment',
    'HORIZONTAL_ALIGN_UNSPECIFIED LEFT CENTER RIGHT',
  ],
  [
    'CellFormat.HyperlinkDisplayType',
    'CellFormat.hyperlinkDisplayType',
    'HYPERLINK_DISPLAY_TYPE_UNSPECIFIED LINKED PLAIN_TEXT',
  ],
  ['CellFormat.TextDirection', 'CellFormat.textDirection', 'TEXT_DIRECTION_UNSPECIFIED LEFT_TO_RIGHT RIGHT_TO_LEFT'],
  ['CellFormat.VerticalAlign', 'CellFormat.verticalAlignment', 'VERTICAL_ALIGN_UNSPECIFIED TOP MIDDLE BOTTOM'],
  [
    'CellFormat.WrapStrategy',
    'CellFormat.wrapStrategy',
    'WRAP_STRATEGY_UNSPECIFIED OVERFLOW_CELL LEGACY_WRAP CLIP WRAP',
  ],
  [
    'ChartAxisViewWindowOptions.ViewWindowMode',
    'ChartAxisViewWindowOptions.viewWindowMode',
    'DEFAULT_VIEW_WINDOW_MODE VIEW_WINDOW_MODE_UNSUPPORTED EXPLICIT PRETTY',
  ],
  [
    'ChartAggregateType',
    'ChartData.aggregateType ScorecardChartSpec.aggregateType',
    'CHART_AGGREGATE_TYPE_UNSPECIFIED AVERAGE COUNT MAX MEDIAN MIN SUM',
  ],
  [
    'ChartDateTimeRule.ChartDateTimeRuleType',
    'ChartDateTimeRule.type',
    `
    CHART_DATE_TIME_RULE_TYPE_UNSPECIFIED SECOND MINUTE HOUR HOUR_MINUTE HOUR_MINUTE_AMPM DAY_OF_WEEK
    DAY_OF_YEAR DAY_OF_MONTH DAY_MONTH MONTH QUARTER YEAR YEAR_MONTH YEAR_QUARTER YEAR_MONTH_DAY
  `,
  ],
  [
    'ChartSpec.ChartHiddenDimensionStrategy',
    'ChartSpec.hiddenDimensionStrategy',
    `
    CHART_HIDDEN_DIMENSION_STRATEGY_UNSPECIFIED SKIP_HIDDEN_ROWS_AND_COLUMNS SKIP_HIDDEN_ROWS
    SKIP_HIDDEN_COLUMNS SHOW_ALL
  `,
  ],
  [
    'ThemeColorType',
    'ColorStyle.themeColor ThemeColorPair.colorType',
    'THEME_COLOR_TYPE_UNSPECIFIED TEXT BACKGROUND ACCENT1 ACCENT2 ACCENT3 ACCENT4 ACCENT5 ACCENT6 LINK',
  ],
  [
    'ConditionValue.RelativeDate',
    'ConditionValue.relativeDate',
    'RELATIVE_DATE_UNSPECIFIED PAST_YEAR PAST_MONTH PAST_WEEK YESTERDAY TODAY TOMORROW',
  ],
  ['CopyPasteRequest.PasteOrientation', 'CopyPasteRequest.pasteOrientation', 'NORMAL TRANSPOSE'],
  [
    'PasteType',
    'CopyPasteRequest.pasteType CutPasteRequest.pasteType PasteDataRequest.type',
    `
    PASTE_NORMAL PASTE_VALUES PASTE_FORMAT PASTE_NO_BORDERS PASTE_FORMULA PASTE_DATA_VALIDATION
    PASTE_CONDITIONAL_FORMATTING
  `,
  ],
  [
    'DataLabel.DataLabelPlacement',
    'DataLabel.placement',
    'DATA_LABEL_PLACEMENT_UNSPECIFIED CENTER LEFT RIGHT ABOVE BELOW INSIDE_END INSIDE_BASE OUTSIDE_END',
  ],
  ['DataLabel.DataLabelType', 'DataLabel.type', 'DATA_LABEL_TYPE_UNSPECIFIED NONE DATA CUSTOM'],
  [
    'DataSourceRefreshSchedule.DataSourceRefreshScope',
    'DataSourceRefreshSchedule.refreshScope',
    'DATA_SOURCE_REFRESH_SCOPE_UNSPECIFIED ALL_DATA_SOURCES',
  ],
  [
    'DataSourceRefreshWeeklySchedule.DayOfWeek',
    'DataSourceRefreshWeeklySchedule.daysOfWeek',
    'DAY_OF_WEEK_UNSPECIFIED MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY',
  ],
  [
    'DataSourceTable.DataSourceTableColumnSelectionType',
    'DataSourceTable.columnSelectionType',
    'DATA_SOURCE_TABLE_COLUMN_SELECTION_TYPE_UNSPECIFIED SELECTED SYNC_ALL',
  ],
  [
    'DateTimeRule.DateTimeRuleType',
    'DateTimeRule.type',
    `
    DATE_TIME_RULE_TYPE_UNSPECIFIED SECOND MINUTE HOUR HOUR_MINUTE HOUR_MINUTE_AMPM DAY_OF_WEEK DAY_OF_YEAR
    DAY_OF_MONTH DAY_MONTH MONTH QUARTER YEAR YEAR_MONTH YEAR_QUARTER YEAR_MONTH_DAY
  `,
  ],
  [
    'DeveloperMetadataVisibility',
    'DeveloperMetadata.visibility DeveloperMetadataLookup.visibility',
    'DEVELOPER_METADATA_VISIBILITY_UNSPECIFIED DOCUMENT PROJECT',
  ],
  [
    'DeveloperMetadataLocationType',
    'DeveloperMetadataLocation.locationType DeveloperMetadataLookup.locationType',
    'DEVELOPER_METADATA_LOCATION_TYPE_UNSPECIFIED ROW COLUMN SHEET SPREADSHEET',
  ],
  [
    'DeveloperMetadataLookup.DeveloperMetadataLocationMatchingStrategy',
    'DeveloperMetadataLookup.locationMatchingStrategy',
    'DEVELOPER_METADATA_LOCATION_MATCHING_STRATEGY_UNSPECIFIED EXACT_LOCATION INTERSECTING_LOCATION',
  ],
  [
    'ErrorValue.ErrorType',
    'ErrorValue.type',
    'ERROR_TYPE_UNSPECIFIED ERROR NULL_VALUE DIVIDE_BY_ZERO VALUE REF NAME NUM N_A LOADING',
  ],
  [
    'HistogramChartSpec.HistogramChartLegendPosition',
    'HistogramChartSpec.legendPosition',
    `
    HISTOGRAM_CHART_LEGEND_POSITION_UNSPECIFIED BOTTOM_LEGEND LEFT_LEGEND RIGHT_LEGEND TOP_LEGEND NO_LEGEND
    INSIDE_LEGEND
  `,
  ],
  [
    'InterpolationPoint.InterpolationPointType',
    'InterpolationPoint.type',
    'INTERPOLATION_POINT_TYPE_UNSPECIFIED MIN MAX NUMBER PERCENT PERCENTILE',
  ],
  [
    'LineStyle.LineDashType',
    'LineStyle.type',
    `
    LINE_DASH_TYPE_UNSPECIFIED INVISIBLE CUSTOM SOLID DOTTED MEDIUM_DASHED MEDIUM_DASHED_DOTTED LONG_DASHED
    LONG_DASHED_DOTTED
  `,
  ],
  ['MergeCellsRequest.MergeType', 'MergeCellsRequest.mergeType', 'MERGE_ALL MERGE_COLUMNS MERGE_ROWS'],
  [
    'NumberFormat.NumberFormatType',
    'NumberFormat.type',
    'NUMBER_FORMAT_TYPE_UNSPECIFIED TEXT NUMBER PERCENT CURRENCY DATE TIME DATE_TIME SCIENTIFIC',
  ],
  ['OrgChartSpec.OrgChartLabelSize', 'OrgChartSpec.nodeSize', 'ORG_CHART_LABEL_SIZE_UNSPECIFIED SMALL MEDIUM LARGE'],
  [
    'PersonProperties.DisplayFormat',
    'PersonProperties.displayFormat',
    'DISPLAY_FORMAT_UNSPECIFIED DEFAULT LAST_NAME_COMMA_FIRST_NAME EMAIL',
  ],
  [
    'PieChartSpec.PieChartLegendPosition',
    'PieChartSpec.legendPosition',
    `
    PIE_CHART_LEGEND_POSITION_UNSPECIFIED BOTTOM_LEGEND LEFT_LEGEND RIGHT_LEGEND TOP_LEGEND NO_LEGEND
    LABELED_LEGEND
  `,
  ],
  ['SortOrder', 'PivotGroup.sortOrder SortSpec.sortOrder', 'SORT_ORDER_UNSPECIFIED ASCENDING DESCENDING'],
  ['PivotTable.PivotValueLayout', 'PivotTable.valueLayout', 'HORIZONTAL VERTICAL'],
  [
    'PivotValue.PivotValueCalculatedDisplayType',
    'PivotValue.calculatedDisplayType',
    `
    PIVOT_VALUE_CALCULATED_DISPLAY_TYPE_UNSPECIFIED PERCENT_OF_ROW_TOTAL PERCENT_OF_COLUMN_TOTAL
    PERCENT_OF_GRAND_TOTAL
  `,
  ],
  [
    'PivotValue.PivotStandardValueFunction',
    'PivotValue.summarizeFunction',
    `
    PIVOT_STANDARD_VALUE_FUNCTION_UNSPECIFIED SUM COUNTA COUNT COUNTUNIQUE AVERAGE MAX MIN MEDIAN PRODUCT STDEV
    STDEVP VAR VARP CUSTOM NONE
  `,
  ],
  [
    'PointStyle.PointShape',
    'PointStyle.shape',
    'POINT_SHAPE_UNSPECIFIED CIRCLE DIAMOND HEXAGON PENTAGON SQUARE STAR TRIANGLE X_MARK',
  ],
  [
    'ScorecardChartSpec.ChartNumberFormatSource',
    'ScorecardChartSpec.numberFormatSource',
    'CHART_NUMBER_FORMAT_SOURCE_UNDEFINED FROM_DATA CUSTOM',
  ],
  ['SheetProperties.SheetType', 'SheetProperties.sheetType', 'SHEET_TYPE_UNSPECIFIED GRID OBJECT DATA_SOURCE'],
  [
    'SpreadsheetProperties.RecalculationInterval',
    'SpreadsheetProperties.autoRecalc',
    'RECALCULATION_INTERVAL_UNSPECIFIED ON_CHANGE MINUTE HOUR',
  ],
  [
    'TableColumnProperties.ColumnType',
    'TableColumnProperties.columnType',
    `
    COLUMN_TYPE_UNSPECIFIED DOUBLE CURRENCY PERCENT DATE TIME DATE_TIME TEXT BOOLEAN DROPDOWN FILES_CHIP
    PEOPLE_CHIP FINANCE_CHIP PLACE_CHIP RATINGS_CHIP
  `,
  ],
  [
    'TextToColumnsRequest.DelimiterType',
    'TextToColumnsRequest.delimiterType',
    'DELIMITER_TYPE_UNSPECIFIED COMMA SEMICOLON PERIOD SPACE CUSTOM AUTODETECT',
  ],
  [
    'WaterfallChartSpec.WaterfallChartStackedType',
    'WaterfallChartSpec.stackedType',
    'WATERFALL_STACKED_TYPE_UNSPECIFIED STACKED SEQUENTIAL',
  ],
];

/** By `Message.field`. */
export const ENUMERATIONS: ReadonlyMap<string, Enumeration> = new Map(
  TABLE.flatMap(([name, fields, values]) => {
    const enumeration = { name, values: new Set(words(values)) };
    return words(fields).map((field) => [field, enumeration] as const);
  }),
);
