export { folderDrive } from './folder';
export { documentPath, handoffFolder, slugOf } from './paths';
