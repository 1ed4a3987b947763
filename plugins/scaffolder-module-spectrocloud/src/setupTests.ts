import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// A form and its texts are loaded on demand, which takes its time in a test.
configure({ asyncUtilTimeout: 20_000 });

// jsdom has none; the form goes to its top at each page.
window.scrollTo = () => {};
