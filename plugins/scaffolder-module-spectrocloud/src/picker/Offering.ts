import type {
  ApiOptions,
  SpectroCloudApi,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { z } from 'zod/v3';
import type { messages } from '../translations/en';
import type { FilledIn, Needs } from './filledIn';

/** What an offer is asked with. */
export interface Question {
  api: SpectroCloudApi;
  /** What the needs came to. */
  values: FilledIn['values'];
  /** Palette and project. */
  place: ApiOptions;
}

/** What all fields take from the template. */
export interface PlaceOptions {
  instance?: string;
}

/** What Palette offers for a field: with which options it is set up, what it needs to know, and how it is asked. */
export interface Offering<TOptions extends PlaceOptions, TOffer> {
  /** Names the field's own words. */
  word: keyof (typeof messages)['none'];
  optionsSchema: z.ZodType<TOptions, z.ZodTypeDef, unknown>;
  needs: (options: TOptions) => Needs;
  load: (options: TOptions, question: Question) => Promise<TOffer[]>;
}
