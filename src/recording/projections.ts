import { projectPayments } from '../commission';
import type { Projection } from '../facts';
import { projectHandoff } from '../handoff';

/** What is written beside a deal's own row whenever its facts change, and when it is opened. */
export const BESIDE_THE_DEAL: readonly Projection[] = [projectHandoff, projectPayments];
