export { runsById } from './loading';
export { PayRunEventResolver, PayRunPayeeResolver, PayRunResolver } from './resolver';
