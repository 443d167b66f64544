import { SECTION_A, SECTION_B, SECTION_C } from './client';
import { SECTION_D, SECTION_E, SECTION_F, SECTION_G } from './deal';
import type { ListedSection, WrittenSection } from './items';

/** Sections A to E, in their order, with all that is asked for. */
export const WRITTEN_SECTIONS: readonly WrittenSection[] = [SECTION_A, SECTION_B, SECTION_C, SECTION_D, SECTION_E];

/** Sections F and G. */
export const LISTED_SECTIONS: readonly ListedSection[] = [SECTION_F, SECTION_G];
