export { projectLedger } from './projection';
