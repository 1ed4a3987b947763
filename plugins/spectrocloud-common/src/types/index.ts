export * from './clusters';
export * from './creation';
export * from './infrastructure';
export * from './kubeconfig';
export * from './metadata';
export * from './profiles';
export * from './users';
