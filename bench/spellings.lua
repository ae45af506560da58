-- Asks for the same page by another spelling of its path each time, so that no answer that is kept is found.
local number = 0
request = function()
  number = number + 1
  return wrk.format("GET", wrk.path .. "%3Fn=" .. number)
end
