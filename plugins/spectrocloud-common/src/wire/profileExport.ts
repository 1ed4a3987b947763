import { z } from 'zod';

/** Schema of `ProfileExportFormat`. @public */
export const profileExportFormatSchema = z.enum(['json', 'yaml', 'terraform']);

/** What a profile can be exported as. @public */
export type ProfileExportFormat = z.infer<typeof profileExportFormatSchema>;
