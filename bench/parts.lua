-- Asks for another part of a list each time, so that none of those that are kept answers.
local number = 0
request = function()
  number = number + 1
  return wrk.format("GET", wrk.path .. "&offset=" .. (number * 7) % 981)
end
