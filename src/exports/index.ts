export { BulkExport, FILES, fileNameOf } from './bulkExport';
export { ExportDesk } from './desk';
export { exportsById } from './loading';
export { BulkExportResolver } from './resolver';
export { forgetExports } from './starting';
export type { DocumentPages } from './writing';
