import { allowNoMarkup } from './allow-no-markup.ts';
import { WorkbookPage } from './workbook-page.ts';

allowNoMarkup();
const { id } = document.body.dataset;
if (id !== undefined) void new WorkbookPage(id).start();
