// TypeScript 7 wants a declaration of what is imported for its side effects alone.
declare module '@backstage/ui/css/styles.css';
