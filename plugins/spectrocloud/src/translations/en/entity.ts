/** English texts of the cards and tabs of entities. */
export const entityMessages = {
  entity: {
    cluster: 'Palette cluster',
    virtualCluster: 'Palette virtual cluster',
    profile: 'Palette cluster profile',
    clusterGroup: 'Palette cluster group',
    project: 'Palette project',
    dependedClusters: 'Palette clusters',
    details: 'Details',
    openInPalette: 'Open in Palette',
    description: 'Description',
    changed: 'Changed',
    kubernetes: 'Kubernetes',
    kubernetesChanging: '{{running}} running, {{wanted}} wanted',
    notVisible:
      'Not at Palette any more, or not for you to see: check the entity’s annotation.',
    signIn: 'Sign in to Palette',
    signInText: 'Sign in to Palette to see this.',
    signInFailed: 'That sign-in did not succeed; try it again.',
    unknownInstance:
      'The annotation {{annotation}} names “{{name}}”, which is no Palette of this Backstage: correct it, or have an administrator add it to spectrocloud.environments.',
    notAllowed:
      'You may not see this in Backstage: ask its administrators for the permission {{permission}}.',
    gone: 'What the annotation {{annotation}} names is not at Palette any more, or you may not see it: correct the annotation, or ask an administrator of your Palette tenant.',
    invalid:
      'The annotation {{annotation}} names something that Palette can’t have: correct it.',
    projectMissing:
      'The name in {{annotation}} counts within a project: add the annotation spectrocloud.com/project-name, or name the cluster by spectrocloud.com/cluster-uid.',
    catalogFailed:
      'The catalog could not tell which clusters there are: load the page again in a moment.',
  },
} as const;
