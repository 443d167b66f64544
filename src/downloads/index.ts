export { type AskedFile, fileAt, openFile } from './file';
