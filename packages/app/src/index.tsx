import '@backstage/ui/css/styles.css';
import ReactDOM from 'react-dom/client';
import { createSampleApp } from './createSampleApp';

ReactDOM.createRoot(document.getElementById('root')!).render(
  createSampleApp().createRoot(),
);
