import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Pages and their parts are loaded on demand, for which a busy machine takes its time.
configure({ asyncUtilTimeout: 20_000 });
