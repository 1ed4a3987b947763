import { useNavigate } from 'react-router-dom';
import { frameworkExport } from './frameworkExport';

/** Before Backstage 1.57 the framework has no way of its own, and React Router is the app's. */
export const useGoTo: () => (to: string) => void =
  frameworkExport('useAppNavigate') ?? useNavigate;
