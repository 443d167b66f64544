export { type Anchor, headOf } from './anchors';
export { AuditResolver } from './resolver';
export { Sealer, sealAll } from './sealer';
export { Trail } from './trail';
export { type Verified, verifyLog } from './verifying';
