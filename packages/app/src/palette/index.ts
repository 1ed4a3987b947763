export { palettePlugin } from './plugin';
