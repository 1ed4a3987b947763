/** English texts of the fields. */
export const messages = {
  label: {
    project: 'Project',
    account: 'Cloud account',
    profile: 'Profile',
    version: 'Version',
    variables: 'Variables',
    clusterGroup: 'Cluster group',
    region: 'Region',
  },
  first: {
    project: 'Choose a project first.',
    account: 'Choose a cloud account first.',
    profile: 'Choose a profile first.',
    cloudProject: 'Fill in the project of Google Cloud first.',
    subscription: 'Fill in the subscription of Azure first.',
  },
  none: {
    project:
      'Palette lets you create such clusters in none of your projects. Ask your Palette administrator for a role that may.',
    account:
      'The project has no account of this cloud that you may see. Ask your Palette administrator for one.',
    profile:
      'The project has no published profile of this kind that you may see. Ask your Palette administrator for one.',
    clusterGroup:
      'The project has no cluster group that you may see. Ask your Palette administrator for one.',
    region: 'The account offers no region. Choose another account.',
    variables: 'This profile asks for nothing.',
  },
  loading: 'Palette is asked…',
  gone: 'What was chosen before is not offered here. Choose again.',
  goneVariables:
    'What was filled in before doesn’t belong to this profile and was left out.',
  retry: 'Try again',
  signIn: 'Sign in',
  options:
    'The template doesn’t set this field up as it should be. Its author has to change: {{problem}}',
  check: {
    incomplete: 'Choose again: this is not complete.',
    gone: 'Palette doesn’t offer this any more. Choose again.',
    failed: 'This couldn’t be checked. {{reason}}',
    variable: '{{name}}: {{problem}}',
  },
  error: {
    declined: 'You are not signed in to Palette. Sign in to go on.',
    forbidden:
      'You may not see this. Ask those who look after your Backstage and your Palette for the right to.',
    notFound:
      'Palette doesn’t have it any more, or you may not see it. Choose another.',
    invalid: 'Palette could not make sense of what was asked.',
    busy: 'Palette has too much to do at the moment. Try again in a minute.',
    outage: 'Backstage doesn’t reach Palette at the moment. Try again soon.',
    unavailable: 'Palette doesn’t answer at the moment. Try again soon.',
    network: 'Backstage could not be reached. Look at your connection.',
    unknown: 'Something went wrong: {{message}}',
  },
} as const;
