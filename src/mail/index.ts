export { removeErasedMails } from './erased';
export { drivePost, smtpPost } from './post';
export { type Sent, sendOnce } from './sending';
