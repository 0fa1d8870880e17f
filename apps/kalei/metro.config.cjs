const { getDefaultConfig } = require('expo/metro-config')

const config = getDefaultConfig(__dirname)

/**
 * Metro keeps all that a module names. zod names the error messages of fifty languages, of which the app shows
 * none: it reads what the server says. Only the English ones, its default, go into the bundle.
 */
config.resolver.resolveRequest = (context, name, platform) => {
  const allLocales = name.endsWith('/locales/index.js') && context.originModulePath.includes('/zod/')
  return context.resolveRequest(context, allLocales ? name.replace('index.js', 'en.js') : name, platform)
}

module.exports = config
