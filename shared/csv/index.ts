export { type Complaint, inOrder, sayComplaint } from "./complaint.ts";
export { type Cell, type Csv, readCsv } from "./read.ts";
export { plainTable } from "./table.ts";
export { type CsvTable, unguarded, writeCsv } from "./write.ts";
