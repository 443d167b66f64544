export { folderDrive } from './folder';
export { handoffFolder, slugOf } from './paths';
