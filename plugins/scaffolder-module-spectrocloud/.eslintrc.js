module.exports = require('../../scripts/eslint/createPackageConfig')(__dirname);
