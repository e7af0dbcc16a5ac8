@rem "exec node ..." in package.json lets signals reach the bot, as no shell is left between npm and it. Windows has no exec.
@%*
