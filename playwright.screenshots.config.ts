import { defineConfig } from '@playwright/test';
import base from './playwright.config';

/** Takes the documentation's pictures anew: `yarn screenshots`. */
export default defineConfig({
  ...base,
  testDir: 'e2e-tests/screenshots',
  testMatch: '*.shot.ts',
  reporter: 'list',
  use: { ...base.use, viewport: { width: 1280, height: 800 } },
});
